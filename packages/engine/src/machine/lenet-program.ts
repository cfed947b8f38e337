// LeNet of the report, as assembly/lenet/memory-map.ts and batch-arrays.ts lay it out.
import type { LenetAddresses } from './kernels.js';
import { batchTable, commonArrays, type Place, type Program, placeOfBias } from './program.js';

export function createLenetProgram(addresses: LenetAddresses): Program {
  return {
    module: 'lenet',
    words: new Uint32Array(0),
    weights: addresses.WEIGHTS,
    rowBytes: addresses.ROW,
    places: placesOf(addresses),
    unitCount: addresses.UNITS,
    free: addresses.FREE,
    imageHeight: 28,
    imageWidth: 28,
    classes: 10,
    logitsRow: 16,
    hidden: { entry: 2, row: 88, pixels: 1, channels: 84, paddedChannels: 84 },
    batchArrays: [
      { entry: 0, bytes: 256 * 4 }, // pooled 2
      { entry: 1, bytes: 120 * 4 }, // hidden 1
      { entry: 2, bytes: 88 * 4 }, // hidden 2
      { entry: batchTable.output, bytes: 16 * 4 },
      { entry: 4, bytes: 120 * 4 }, // gradient of hidden 1
      { entry: 5, bytes: 88 * 4 }, // gradient of hidden 2
      ...commonArrays(784),
    ],
  };
}

/**
 * Keras's layout of the weights, which everything outside the engine has, to the module's own, in which the
 * kernels find neighbours side by side. Kernel and bias, layer by layer.
 */
function placesOf(addresses: LenetAddresses): Place[] {
  const { FILTERS_1, BIAS_1, FILTERS_2, BIAS_2 } = addresses;
  const { DENSE_1, DENSE_BIAS_1, DENSE_2, DENSE_BIAS_2, DENSE_3, DENSE_BIAS_3 } = addresses;
  return [
    // [5, 5, 1, 6] to [6][25]
    { start: FILTERS_1 / 4, sizes: [1, 25, 6], steps: [0, 1, 25] },
    placeOfBias(BIAS_1 / 4, 6),
    // [5, 5, 6, 16] to [16][5][32]
    { start: FILTERS_2 / 4, sizes: [5, 30, 16], steps: [32, 1, 160] },
    placeOfBias(BIAS_2 / 4, 16),
    // [256, 120] with inputs [4][4][16] to inputs [16][4][4]
    { start: DENSE_1 / 4, sizes: [16, 16, 120], steps: [120, 16 * 120, 1] },
    placeOfBias(DENSE_BIAS_1 / 4, 120),
    // [120, 84] to [120][88], [84, 10] to [84][16]
    { start: DENSE_2 / 4, sizes: [1, 120, 84], steps: [0, 88, 1] },
    placeOfBias(DENSE_BIAS_2 / 4, 84),
    { start: DENSE_3 / 4, sizes: [1, 84, 10], steps: [0, 16, 1] },
    placeOfBias(DENSE_BIAS_3 / 4, 10),
  ];
}
