import type { LabelledImages } from '@lenet/core';
import type { ModelData } from '@lenet/core/models';
import type { TrainOptions } from '@lenet/core/training';

/** What is to be learned, and from what. */
export interface TrainingPlan {
  readonly source:
    | { readonly kind: 'synthetic'; readonly count: number }
    /** Files of the visitor. */
    | {
        readonly kind: 'files';
        readonly training: LabelledImages;
        readonly heldBack: LabelledImages;
        readonly data: { readonly training: ModelData; readonly heldBack: ModelData };
      };
  readonly epochs: number;
  /** Of weights, order and digits. */
  readonly seed: number;
}

/** Synthetic digits that the network is measured on and never learns from. */
export const HELD_BACK_COUNT = 1000;

/**
 * A high rate that warms up and is annealed to 0, and short memories, to follow it within some hundreds of
 * steps: as the recipe "fast-99" of `@lenet/core`, without its augmentation, since synthetic digits vary enough.
 */
export const settings = {
  batchSize: 32,
  schedule: { kind: 'one-cycle', peak: 4e-3, warmUpShare: 0.3, startShare: 0.04 },
  optimizer: { kind: 'adam', beta1: 0.8, beta2: 0.98, epsilon: 1e-7 },
} as const satisfies Pick<TrainOptions, 'batchSize' | 'schedule'> & { optimizer: object };

/** Steps of a training on so many images. */
export function plannedSteps(count: number, epochs: number): number {
  return epochs * Math.ceil(count / settings.batchSize);
}
