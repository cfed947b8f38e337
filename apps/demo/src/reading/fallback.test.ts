import { expect, test } from 'vitest';
import { fallbackWords, nextBackend } from './fallback';

test('the engine steps in first, then WebAssembly, then plain JavaScript', () => {
  expect(nextBackend(new Set(['wasm']))).toBe('engine');
  expect(nextBackend(new Set(['engine']))).toBe('wasm');
  expect(nextBackend(new Set(['engine', 'wasm']))).toBe('cpu');
  expect(nextBackend(new Set(['engine', 'wasm', 'cpu']))).toBeUndefined();
});

test('the visitor is told what failed, why, and who reads', () => {
  expect(fallbackWords('wasm', 'no such file', 'engine')).toBe(
    'TensorFlow.js, WebAssembly did not start (no such file). Lenet engine reads instead, with the same answers.',
  );
});
