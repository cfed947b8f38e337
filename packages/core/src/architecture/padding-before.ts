import type { Padding } from './architecture.js';

/**
 * Rows (or columns) of padding before an image; of an odd number of rows the one more is behind it.
 *
 * @param window side of the window, in pixels
 * @example
 * import { paddingBefore } from '@lenet/core';
 *
 * console.log(paddingBefore('same', 5, 1, 28, 28)); // 2
 */
export function paddingBefore(
  padding: Padding | undefined,
  window: number,
  stride: number,
  inputSize: number,
  outputSize: number,
): number {
  return padding === 'same' ? Math.max(0, (outputSize - 1) * stride + window - inputSize) >> 1 : 0;
}
