import { type Padding, paddingBefore } from '@lenet/core';
import type { NodeAttributes } from './node-attributes.js';

/**
 * What an operation with a window adds at the border, in the words of an architecture.
 *
 * @param inputShape `[height, width, channels]`
 * @throws {ModelFolderError} when it is neither nothing nor what keeps the size at stride 1
 */
export function windowPadding(
  { integers, text, refuse }: NodeAttributes,
  window: number,
  stride: number,
  inputShape: readonly number[],
): Padding {
  const automatic = text('auto_pad') || 'NOTSET';
  if (automatic === 'VALID') return 'valid';
  if (automatic === 'SAME_UPPER') return 'same';
  const pads = integers('pads');
  if (automatic === 'NOTSET' && pads.every((pad) => pad === 0)) return 'valid';
  const sides = inputShape.slice(0, 2).map((size) => {
    const outputSize = Math.ceil(size / stride);
    const before = paddingBefore('same', window, stride, size, outputSize);
    return { before, after: Math.max(0, (outputSize - 1) * stride + window - size - before) };
  });
  const same = [...sides.map(({ before }) => before), ...sides.map(({ after }) => after)];
  if (automatic === 'NOTSET' && pads.join() === same.join()) return 'same';
  throw refuse(
    `pads of 0, or [${same.join(', ')}]`,
    automatic === 'NOTSET' ? `[${pads.join(', ')}]` : automatic,
  );
}
