import { expect, test } from 'vitest';
import { philox4x32 } from '../random/philox.js';
import { type DropoutKey, dropoutMask } from './dropout-mask.js';

const key: DropoutKey = { seed: 3, epoch: 2, index: 17, layer: 'dropout_1' };
const mask = (changes: Partial<DropoutKey>, rate: number, length: number) =>
  dropoutMask({ ...key, ...changes }, rate, new Float32Array(length));

test('takes the halves of the words of its key, the lower one first', () => {
  // FNV-1a, 32 bits, of "dropout/dropout_1", computed by another program.
  const words = philox4x32([0, 17, 0, 2], [3, 0x703df0ac]);
  const draws = words.flatMap((word) => [word & 0xffff, word >>> 16]);
  for (const rate of [0.25, 0.5]) {
    expect([...mask({}, rate, 7)]).toEqual(
      draws.slice(0, 7).map((draw) => (draw < rate * 65536 ? 0 : Math.fround(1 / (1 - rate)))),
    );
  }
});

test('drops its share, and keeps the mean', () => {
  for (const rate of [0.1, 0.5]) {
    const values = mask({}, rate, 40_000);
    const share = values.filter((value) => value === 0).length / values.length;
    // Four standard deviations are at most 0.01.
    expect(Math.abs(share - rate)).toBeLessThan(0.01);
    expect(values.reduce((sum, value) => sum + value, 0) / values.length).toBeCloseTo(1, 1);
  }
  expect([...mask({}, 0, 3)]).toEqual([1, 1, 1]);
});

test('another seed, epoch, image or layer has another mask, the same key the same', () => {
  const masks = [{}, { seed: 4 }, { epoch: 3 }, { index: 18 }, { layer: 'dropout' }].map((changes) =>
    mask(changes, 0.5, 64).join(''),
  );
  expect(new Set(masks).size).toBe(5);
  expect(mask({}, 0.5, 64).join('')).toBe(masks[0]);
});
