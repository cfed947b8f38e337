import type { LabelledImages, Learner, NamedTensor } from '@lenet/core';

/** Momentum without momentum: behind one step, the velocity is the gradient. */
export const gradientOptimizer = { kind: 'momentum', momentum: 0 } as const;

/**
 * @param learner made with `gradientOptimizer`
 * @returns the mean loss and its gradients, by all images at once, in the order of the weights
 */
export async function gradientsOf(
  learner: Learner,
  weights: readonly NamedTensor[],
  images: LabelledImages,
): Promise<{ loss: number; gradients: Float32Array[] }> {
  await learner.load(images);
  await learner.setWeights(weights);
  const indices = Uint32Array.from({ length: images.count }, (_, index) => index);
  const { loss } = await learner.step({ indices, learningRate: 0, epoch: 1 });
  const { moments } = await learner.state();
  return { loss, gradients: moments.map(({ values }) => values) };
}

/** Length of the difference, as a share of the length of what is right. */
export function relativeError(received: ArrayLike<number>, right: ArrayLike<number>): number {
  let difference = 0;
  let length = 0;
  for (let index = 0; index < right.length; index++) {
    difference += (received[index] - right[index]) ** 2;
    length += right[index] ** 2;
  }
  return Math.sqrt(difference / length);
}
