import { expect, test } from 'vitest';
import { dequantizeAffine, quantizeAffine } from './quantize-affine.js';

// quantize_weights(np.array(..., np.float32), np.uint8) of tensorflowjs 4.22.0.
test.each([
  [
    'zero among them',
    [-1, -0.5, 0, 0.25, 0.7, 1.55],
    [0, 50, 100, 125, 170, 255],
    -0.9999999813005036,
    0.009999999813005036,
  ],
  ['all above zero', [0.5, 1, 1.5], [0, 128, 255], 0.5, 0.00392156862745098],
  ['all the same', [2, 2, 2], [0, 0, 0], 2, 1],
])('rounds as the converter of TensorFlow.js does: %s', (_, numbers, values, min, scale) => {
  expect(quantizeAffine(Float32Array.from(numbers))).toEqual({ values: Uint8Array.from(values), min, scale });
});

test('gives back zero as zero, and the others within half a step', () => {
  const numbers = Float32Array.of(-0.31, 0, 0.123, 0.7);
  const restored = dequantizeAffine(quantizeAffine(numbers));
  expect(restored[1]).toBe(0);
  for (const [index, number] of numbers.entries())
    expect(Math.abs(restored[index] - number)).toBeLessThan(0.5 * (1.01 / 255) + 1e-3);
});
