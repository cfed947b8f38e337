import { expect, test } from 'vitest';
import { convolve } from './convolve';

test('slides a filter over an image, and adds the bias', () => {
  const image = Float32Array.of(1, 0, 0, 0, 1, 0, 0, 0, 1);
  // Two filters side by side: the second is the diagonal.
  const kernel = Float32Array.of(9, 1, 9, 0, 9, 0, 9, 1);
  const weights = { kernel, bias: Float32Array.of(0, 0.5) };
  expect([...convolve(image, 3, { kernelSize: 2, filters: 2 }, weights, 1)]).toEqual([2.5, 0.5, 0.5, 2.5]);
});
