import { type Place, placeOfBias } from '../machine/program.js';
import type { NetworkPlan } from './plan-network.js';

/**
 * Keras's layout of kernels, `[window, window, channels, filters]` and `[inputs, units]`, to matrices with padded
 * columns. Rows of a dense kernel behind a flatten follow the padded channels of the maps.
 *
 * @param parameters of each layer of the plan, offsets in bytes
 * @returns for kernel and bias of each layer that has them, in order
 */
export function createPlaces(
  { layers, slots }: NetworkPlan,
  parameters: readonly { kernel: number; bias: number }[],
): Place[] {
  return layers.flatMap(({ kind, window, columns, input, output }, index) => {
    if (kind !== 'convolution' && kind !== 'dense') return [];
    const { kernel, bias } = parameters[index];
    const outputs = slots[output].channels;
    const { height, width, channels, paddedChannels } = slots[input];
    const [pixels, rowsOfPixel] =
      kind === 'convolution' ? [window ** 2, channels] : [height * width, paddedChannels];
    return [
      {
        start: kernel / 4,
        sizes: [pixels, channels, outputs],
        steps: [rowsOfPixel * columns, columns, 1],
      },
      placeOfBias(bias / 4, outputs),
    ];
  });
}
