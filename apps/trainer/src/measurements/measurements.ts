import type { Evaluation } from '@lenet/core';
import type { DistortionKind } from '@lenet/core/images';
import type { ModelData } from '@lenet/core/models';
import type { AnswerFigures } from './measure-refusals.js';

/** Of the distortions; any will do. */
export const ROBUSTNESS_SEED = 1;

/** How far probabilities can be believed. */
export interface CalibrationFigures {
  /** Mean cross-entropy (negative log-likelihood), in nats. */
  readonly loss: number;
  /** With 15 bins of equal width. */
  readonly expectedCalibrationError: number;
}

/** Weights in fewer bits against those in 32. */
export interface FewerBitsFigures extends Evaluation {
  /** Images whose answer is another one. */
  readonly changed: number;
}

/** One seed of the recipe. */
export interface SeedFigures extends Evaluation {
  readonly seed: number;
  /** With the temperature of the published weights. */
  readonly calibrated: CalibrationFigures;
}

/** Accuracy on distorted images, each distortion at one strength. */
export interface RobustnessRow {
  readonly kind: DistortionKind;
  /** What the strengths are counted in. */
  readonly unit: string;
  readonly strengths: readonly {
    readonly strength: number;
    /** Share read right of the distorted images as they are. */
    readonly asIs: number;
    /** Share read right after ink was found in them and normalised. */
    readonly normalised: number;
  }[];
}

/** What a network reads and refuses besides the digits that it was tested on. */
export interface ReadingFigures {
  readonly name: string;
  readonly version?: string;
  /** Of the test images. */
  readonly digits: AnswerFigures;
  /** Of generated digits of all styles that there are, held back. */
  readonly generatedDigits: AnswerFigures;
  /** Pictures of what is no digit that are not answered as one, as means of the shares of their kinds. */
  readonly nonDigits: {
    readonly all: { readonly kinds: number; readonly refused: number };
    /** Of these the kinds on which nothing was chosen. */
    readonly heldBack: { readonly kinds: number; readonly refused: number };
  };
}

/** `measurements.json` of a model folder: what was measured of the weights besides accuracy and loss. */
export interface Measurements {
  /** Everything was measured on these images. */
  readonly data: ModelData;
  readonly calibration: {
    readonly before: CalibrationFigures;
    /** With the temperature of the manifest; absent where it has none. */
    readonly after?: CalibrationFigures;
  };
  /** What the threshold of the manifest leaves; absent where it has none. */
  readonly answers?: {
    /** Share of the images that are answered. */
    readonly coverage: number;
    /** Share of the answers given that are wrong. */
    readonly risk: number;
  };
  readonly fewerBits: { readonly float16: FewerBitsFigures; readonly int8: FewerBitsFigures };
  /** Trainings that differ in their seed only, the published one among them; absent where there was one. */
  readonly seeds?: readonly SeedFigures[];
  /** These weights, then those that they were put beside; absent where there were none. */
  readonly readings?: readonly ReadingFigures[];
  readonly robustness: {
    /** Seed of the distortions. */
    readonly seed: number;
    /** Images that were distorted: 2,000 at most, spread evenly over the test set. */
    readonly images: number;
    /** Undistorted. */
    readonly asIs: number;
    readonly normalised: number;
    readonly rows: readonly RobustnessRow[];
  };
}
