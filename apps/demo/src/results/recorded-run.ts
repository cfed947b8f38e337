import type { Evaluation } from '@lenet/core';

/** Counts of images, `[actual][predicted]`. */
export type Matrix = readonly (readonly number[])[];

/** One count of it. */
export interface Cell {
  readonly actual: number;
  readonly predicted: number;
}

/** Figures of one network on one set of images. */
export interface Measured extends Evaluation {
  readonly confusionMatrix: Matrix;
}

/** A training, epoch by epoch, and the test at its end. */
export interface RecordedRun {
  readonly recipe: string;
  readonly architecture: string;
  /** Weights; absent where a visitor's run does not tell. */
  readonly parameters?: number;
  readonly seed: number;
  readonly trainingCount: number;
  readonly validationCount: number;
  readonly testCount: number;
  readonly history: readonly {
    readonly epoch: number;
    readonly training: Evaluation;
    /** On images held out; of a visitor's run without a matrix, or absent. */
    readonly validation?: Evaluation & { readonly confusionMatrix?: Matrix };
  }[];
  readonly test: Measured;
}
