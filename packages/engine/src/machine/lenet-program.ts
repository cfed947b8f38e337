// LeNet of the report, as assembly/lenet/memory-map.ts and batch-arrays.ts lay it out.
import type { LenetAddresses } from './kernels.js';
import { batchTable, commonArrays, type Place, type Program } from './program.js';

/** Outputs of dense 2, and the numbers from those of one image to the next. */
export const HIDDEN_2 = 84;
export const HIDDEN_2_ROW = 88;

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
    batchArrays: [
      { entry: 0, bytes: 256 * 4 }, // pooled 2
      { entry: 1, bytes: 120 * 4 }, // hidden 1
      { entry: batchTable.hidden2, bytes: HIDDEN_2_ROW * 4 },
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
  const side = (start: number): Place => {
    return (index) => start / 4 + index;
  };
  return [
    // [5, 5, 1, 6] to [6][25]
    (index) => FILTERS_1 / 4 + (index % 6) * 25 + Math.floor(index / 6),
    side(BIAS_1),
    // [5, 5, 6, 16] to [16][5][32]
    (index) => {
      const columnAndMap = Math.floor(index / 16) % 30;
      return FILTERS_2 / 4 + ((index % 16) * 5 + Math.floor(index / 480)) * 32 + columnAndMap;
    },
    side(BIAS_2),
    // [256, 120] with inputs [4][4][16] to inputs [16][4][4]
    (index) => {
      const input = Math.floor(index / 120);
      return DENSE_1 / 4 + ((input % 16) * 16 + Math.floor(input / 16)) * 120 + (index % 120);
    },
    side(DENSE_BIAS_1),
    // [120, 84] to [120][88], [84, 10] to [84][16]
    (index) => DENSE_2 / 4 + Math.floor(index / 84) * 88 + (index % 84),
    side(DENSE_BIAS_2),
    (index) => DENSE_3 / 4 + Math.floor(index / 10) * 16 + (index % 10),
    side(DENSE_BIAS_3),
  ];
}
