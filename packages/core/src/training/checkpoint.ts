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

/** A run after a whole number of epochs: all that an exact resume needs besides data and options. */
export interface Checkpoint {
  readonly weights: Weights;
  readonly state: LearnerState;
  /** One record for each epoch done; its length is where a resume goes on. */
  readonly history: readonly EpochRecord[];
  /** Each evaluation of the validation set, in order; patience is counted by them. */
  readonly evaluations: readonly EvaluationRecord[];
  /** The very array `weights` where the last are the best. */
  readonly best: BestWeights;
  /** The epochs that the learning-rate schedule spans: begun after epoch `from`, ended after epoch `to`. */
  readonly scheduleEpochs: { readonly from: number; readonly to: number };
}
