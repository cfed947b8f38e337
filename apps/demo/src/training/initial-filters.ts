import { initialiseWeights, lenetReport } from '@lenet/core';

/** The filters of the first convolution before the first step of a training with this seed. */
export function initialFilters(seed: number): Float32Array {
  return initialiseWeights(lenetReport, { seed })[0].values;
}
