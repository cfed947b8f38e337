import type { WeightsFormat } from '../quantization/weights-file.js';

/** The files of a model folder that hold the weights in fewer bits, as `quantizeWeights` writes them, by their format. */
export const quantizedWeightsFile: Readonly<Record<Exclude<WeightsFormat, 'float32'>, string>> = {
  float16: 'weights-float16.bin',
  int8: 'weights-int8.bin',
};
