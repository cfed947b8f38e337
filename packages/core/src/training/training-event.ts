import type { Checkpoint } from './checkpoint.js';

/** Mean loss and accuracy over a set of images. */
export interface Evaluation {
  /** Mean cross-entropy, in nats. */
  readonly loss: number;
  /** Share of images whose largest logit is at the right class, 0 … 1. */
  readonly accuracy: number;
}

/** One row of the history: an epoch that was completed. */
export interface EpochRecord {
  /** Counted from 1. */
  readonly epoch: number;
  /** Means over the steps of the epoch, each measured before its update, as Keras does. */
  readonly training: Evaluation;
  /** Measured at the end of the epoch; absent where there is no validation set. */
  readonly validation?: Evaluation;
  /** Learning rate of the last step. */
  readonly learningRate: number;
  /** Wall-clock duration, validation included, in seconds. */
  readonly seconds: number;
}

/** What `train` tells its listeners, in order. */
export type TrainingEvent =
  | {
      readonly type: 'start';
      readonly epochs: number;
      /** Epochs that a resumed run has already done. */
      readonly completedEpochs: number;
      readonly stepsPerEpoch: number;
      readonly trainingCount: number;
      readonly validationCount: number;
    }
  | {
      readonly type: 'step';
      /** Counted from 1. */
      readonly epoch: number;
      /** Counted from 1, within the epoch. */
      readonly step: number;
      readonly stepsPerEpoch: number;
      /** Images seen in this epoch so far. */
      readonly imagesSeen: number;
      /** Means over the epoch so far. */
      readonly running: Evaluation;
    }
  | {
      readonly type: 'epoch';
      readonly record: EpochRecord;
      /** Whether this epoch has the lowest validation loss so far. */
      readonly isBest: boolean;
      readonly checkpoint: Checkpoint;
    }
  | {
      readonly type: 'interrupted';
      /** Epoch in which the signal came, counted from 1, and the steps of it that were done. */
      readonly epoch: number;
      readonly stepsDone: number;
      /** Of the weights as they are now; enters neither best, patience nor history. */
      readonly validation?: Evaluation;
    }
  | { readonly type: 'end'; readonly history: readonly EpochRecord[]; readonly bestEpoch: number };
