import type { Evaluation } from '@lenet/core';
import type { EpochRecord } from '@lenet/core/training';
import type { TrainingPlan } from './plan';

/** What the page tells the worker. `start` comes first and once: another training is another worker. */
export type Order =
  | { readonly kind: 'start'; readonly plan: TrainingPlan }
  | { readonly kind: 'pause' }
  | { readonly kind: 'resume' }
  /** The trained network as a model folder, once it has ended. */
  | { readonly kind: 'save'; readonly name: string };

/** What the worker tells the page. */
export type Report =
  | { readonly kind: 'making-digits'; readonly done: number; readonly total: number }
  | {
      readonly kind: 'started';
      readonly backend: string;
      readonly epochs: number;
      readonly stepsPerEpoch: number;
      readonly trainingCount: number;
      readonly heldBackCount: number;
      readonly filters: Float32Array;
    }
  /** Some steps at once, so that the page is told at most every `REPORT_MS`. */
  | {
      readonly kind: 'progress';
      /** Steps done since the start. */
      readonly steps: number;
      /** Means over the steps of this report, each measured before its update. */
      readonly recent: Evaluation;
      readonly imagesPerSecond: number;
      /** The kernels of the first convolution, `[height, width, 1, filters]`. */
      readonly filters: Float32Array;
    }
  | { readonly kind: 'epoch'; readonly record: EpochRecord }
  | { readonly kind: 'finished'; readonly evaluation: Evaluation; readonly seconds: number }
  | { readonly kind: 'saved'; readonly name: string; readonly files: ReadonlyMap<string, Uint8Array> }
  | { readonly kind: 'failed'; readonly message: string };

/** Shortest time between two reports of progress. */
export const REPORT_MS = 80;
