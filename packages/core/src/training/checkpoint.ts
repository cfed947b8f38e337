import type { LearnerState } from './learner.js';
import type { EpochRecord } from './training-event.js';
import type { Weights } from './weights.js';

/** A run after a whole number of epochs: all that an exact resume needs besides data and options. */
export interface Checkpoint {
  readonly weights: Weights;
  readonly state: LearnerState;
  /** One record for each epoch done; its length is where a resume goes on. */
  readonly history: readonly EpochRecord[];
  /** Epoch with the lowest validation loss so far, counted from 1; 0 before the first. */
  readonly bestEpoch: number;
}
