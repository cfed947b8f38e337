import type { LearnerState } from './learner.js';
import type { EpochRecord, Evaluation, EvaluationRecord } from './training-event.js';
import type { Weights } from './weights.js';

/** The weights that validated best. */
export interface BestWeights {
  /** Where they were met: steps done of this epoch, both counted from 1. */
  readonly epoch: number;
  readonly step: number;
  /** Absent where nothing was evaluated: then they are the latest. */
  readonly evaluation?: Evaluation;
  readonly weights: Weights;
}

/** An epoch between two of its steps: all that goes on within it needs besides weights and state. */
export interface BegunEpoch {
  /** Steps done, from 1 to one below those of an epoch. */
  readonly stepsDone: number;
  /** Sums over the images of those steps. */
  readonly total: { readonly loss: number; readonly correct: number; readonly images: number };
  /** Time that they took, in seconds. */
  readonly seconds: number;
}

/** A run after an epoch, or within one: all that an exact resume needs besides data and options. */
export interface Checkpoint {
  readonly weights: Weights;
  readonly state: LearnerState;
  /** One record for each epoch done; a resume goes on in the one after them. */
  readonly history: readonly EpochRecord[];
  /** How far the epoch after those of the history came. @default not begun */
  readonly begun?: BegunEpoch;
  /** Each evaluation of the validation set, in order; patience is counted by them. */
  readonly evaluations: readonly EvaluationRecord[];
  /** The very array `weights` where the last are the best. Absent before the first epoch or evaluation. */
  readonly best?: BestWeights;
  /** The epochs that the learning-rate schedule spans: begun after epoch `from`, ended after epoch `to`. */
  readonly scheduleEpochs: { readonly from: number; readonly to: number };
}
