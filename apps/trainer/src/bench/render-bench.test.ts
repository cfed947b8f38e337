import { expect, test } from 'vitest';
import type { BenchAnswer } from './bench-result.js';
import { renderBench } from './render-bench.js';

const answer: BenchAnswer = {
  description: 'Lenet engine strict, 2 threads',
  stepMs: 1.2345,
  steps: 2704,
  oneImage: { imagesPerSecond: 12_345.6, calls: 500 },
  thousandImages: { imagesPerSecond: 234_567, calls: 500 },
  otherLoad: 0.01,
};

test('quickest first, with the ratio to it', () => {
  const slow = { ...answer, stepMs: 246.9, steps: 40, oneImage: { imagesPerSecond: 8.126, calls: 9 } };
  expect(
    renderBench([
      { backend: 'cpu', ...slow },
      { backend: 'engine', ...answer },
    ]),
  ).toBe(
    `Backend   Epoch  Ratio     Step  Steps   1 image  1,000 images
───────  ──────  ─────  ───────  ─────  ────────  ────────────
engine   1.16 s   1.0x  1.23 ms  2,704  12,300/s     235,000/s
cpu       231 s   200x   247 ms     40    8.13/s     235,000/s
`,
  );
});

test('says what was not measured, and what was measured beside other programs', () => {
  const text = renderBench([
    { backend: 'engine', ...answer, otherLoad: 0.256 },
    { backend: 'node', unavailable: '@tensorflow/tfjs-node is not installed', remedy: 'Install it.' },
    { backend: 'wasm', unavailable: 'it crashed' },
  ]);
  expect(text.split('\n').slice(3)).toEqual([
    '',
    'Other programs used up to 26 % of the cores meanwhile: without them it would be quicker (engine). Measure again in quiet.',
    '',
    'node: @tensorflow/tfjs-node is not installed. Install it.',
    '',
    'wasm: it crashed.',
    '',
  ]);
});
