import type { ResolvedOptimizer, UpdateFactors } from '@lenet/core/training';

/**
 * Writes the numbers of a step for the kernels in assembly/update-rules.ts, which draws where each lies.
 *
 * @param request float32, the request in memory, from its start on
 */
export function writeStepNumbers(
  request: Float32Array,
  imageCount: number,
  optimizer: ResolvedOptimizer,
  { rate, epsilon, kept }: UpdateFactors,
): void {
  request[1] = 1 / imageCount;
  request[2] = kept;
  request[3] = rate;
  request[7] = optimizer.gradientClipNorm;
  if (optimizer.kind === 'adam') {
    request[4] = 1 - optimizer.beta1;
    request[5] = 1 - optimizer.beta2;
    request[6] = epsilon;
  } else {
    request[4] = optimizer.momentum;
  }
}
