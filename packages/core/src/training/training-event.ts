import type { BegunEpoch, BestWeights, Checkpoint } from './checkpoint.js';

/** Mean loss and accuracy over a set of images. */
export interface Evaluation {
  /** Mean cross-entropy, in nats. */
  readonly loss: number;
  /** Share of images whose largest logit is at the right class, 0 … 1. */
  readonly accuracy: number;
}

/** An evaluation of the validation set, and when it was made. */
export interface EvaluationRecord extends Evaluation {
  /** Counted from 1. */
  readonly epoch: number;
  /** Steps done of that epoch. */
  readonly step: number;
}

/** One row of the history: an epoch that was completed. */
export interface EpochRecord {
  /** Counted from 1. */
  readonly epoch: number;
  /** Means over the steps of the epoch, each measured before its update, as Keras does. */
  readonly training: Evaluation;
  /** Measured at the end of the epoch; absent where no evaluation fell there. */
  readonly validation?: Evaluation;
  /** Learning rate of the last step. */
  readonly learningRate: number;
  /** Wall-clock duration, validation included, in seconds. */
  readonly seconds: number;
}

/** An epoch that was begun and not finished: in no history; the checkpoint before it goes on within it. */
export interface UnfinishedEpoch {
  /** Counted from 1. */
  readonly epoch: number;
  readonly stepsDone: number;
  /** Of the weights as they are now; absent without validation images or steps. */
  readonly validation?: Evaluation;
}

/** Why a run ended by itself. */
export type EndReason = 'completed' | 'early-stopping' | 'time-limit';

/** What `train` tells its listeners, in order. */
export type TrainingEvent =
  | {
      readonly type: 'start';
      readonly epochs: number;
      /** Epochs that a resumed run has already done. */
      readonly completedEpochs: number;
      /** Steps of the epoch after those that a resumed run has already done. */
      readonly completedSteps: number;
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
      /** The rate that the step was done with. */
      readonly learningRate: number;
      /** Images seen in this epoch so far. */
      readonly imagesSeen: number;
      /** Means over the epoch so far. */
      readonly running: Evaluation;
    }
  | {
      /** Within an epoch; an evaluation at its end comes with the `epoch` event. */
      readonly type: 'evaluation';
      readonly record: EvaluationRecord;
      /** Whether no evaluation before it was as good. */
      readonly isBest: boolean;
    }
  | {
      readonly type: 'epoch';
      readonly record: EpochRecord;
      /** Whether the best weights so far are of this epoch. */
      readonly isBest: boolean;
      readonly checkpoint: Checkpoint & { readonly best: BestWeights };
    }
  | {
      /** Within an epoch: at the times asked for, and before it is left unfinished. */
      readonly type: 'checkpoint';
      readonly checkpoint: Checkpoint & { readonly begun: BegunEpoch };
    }
  | (UnfinishedEpoch & {
      /** The signal was aborted. The evaluation enters neither best, patience nor history. */
      readonly type: 'interrupted';
      /** Absent before the first evaluation or epoch. */
      readonly best?: BestWeights;
    })
  | {
      readonly type: 'end';
      readonly reason: EndReason;
      readonly history: readonly EpochRecord[];
      /** The learner holds the last weights; give it these with `setWeights` to have the best. */
      readonly best: BestWeights;
      /** Where patience or time were over within an epoch. */
      readonly unfinished?: UnfinishedEpoch;
    };
