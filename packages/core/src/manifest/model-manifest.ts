import type { Architecture } from '../architecture/architecture.js';
import type { DigitTest } from '../classification/digit-score.js';
import type { Evaluation } from '../training/training-event.js';

/** One file of a model folder. */
export interface ModelFile {
  /** In the folder, without a path. */
  readonly name: string;
  /** Of its bytes, in hexadecimal, lower case. */
  readonly sha256: string;
  readonly bytes: number;
}

/** Images that a network was trained or measured on. */
export interface ModelData {
  /** `mnist` only for the published files; `idx` for other IDX files; `synthetic` for generated digits. */
  readonly kind: 'mnist' | 'idx' | 'synthetic';
  /** For people, e.g. `MNIST`. */
  readonly title: string;
  /** To be shown with the weights; absent where none is owed. */
  readonly attribution?: string;
  /** Digests of the decompressed files; empty for generated digits. */
  readonly files: readonly ModelFile[];
  /** Images used. */
  readonly count: number;
}

/** How the bytes of an image become the numbers that the network takes. */
export interface ModelInput {
  /** `[height, width, channels]` */
  readonly shape: readonly [number, number, number];
  /** Smallest and largest byte: background and full ink. */
  readonly valueRange: readonly [number, number];
  /** Each byte is divided by `divisor`. */
  readonly normalisation: { readonly kind: 'divide'; readonly divisor: number };
}

/** How the weights came to be. */
export interface ModelTraining {
  readonly recipe: string;
  /** Settings of the recipe, as the options of `lenet train` are called in its `config.json`. */
  readonly options: Readonly<Record<string, unknown>>;
  readonly seed: number;
  /** What computed, e.g. `TensorFlow.js wasm 4.22.0`. */
  readonly backend: string;
  /** Versions of the packages that decide the weights; absent where nobody wrote them down. */
  readonly versions?: { readonly core: string; readonly engine: string };
  /** Commit of this project; absent where it was trained with an installed package. */
  readonly commit?: string;
  readonly data: ModelData;
}

/**
 * Where the temperature and the thresholds come from: trainings of the same recipe that held images out. Weights that are
 * trained on all images have none left to choose by.
 */
export interface ModelCalibration {
  /** Images held out, of all trainings together. */
  readonly images: number;
  /** The share of wrong answers among those given that the thresholds were chosen for, `0 … 1`. */
  readonly targetRisk?: number;
  readonly runs: readonly {
    readonly seed: number;
    /** Images held out. */
    readonly images: number;
    /** Of its float32 weights. */
    readonly sha256: string;
    readonly commit?: string;
  }[];
}

/** What `manifest.json` of a model folder says. Its schema is `modelManifestSchema`. */
export interface ModelManifest {
  readonly format: 'lenet-model';
  /** Of this file; a change that older programs cannot read raises it. */
  readonly formatVersion: 1;
  /** Lower case, e.g. `lenet-report`. */
  readonly name: string;
  /** Of the weights, as semantic versioning has it. */
  readonly version: string;
  readonly architecture: Architecture;
  readonly input: ModelInput;
  /** Names of the classes, in the order of the logits. */
  readonly classes: readonly string[];
  readonly files: readonly ModelFile[];
  readonly training: ModelTraining;
  /** Measured once, with the data it was measured on. */
  readonly evaluation: Evaluation & { readonly data: ModelData };
  /** Logits are divided by it before the softmax. @default 1 */
  readonly temperature?: number;
  /** Absent: every digit is answered. */
  readonly thresholds?: {
    /** Smallest probability, after `temperature`, at which a digit is answered, `0 … 1`. */
    readonly answer: number;
  };
  /** Tells digits from what is none, for `classifyWithTest`. Absent: everything with ink on it is taken for a digit. */
  readonly digitTest?: DigitTest;
  /** How `temperature` and `thresholds` were chosen; absent: on the images that the training itself held out. */
  readonly calibration?: ModelCalibration;
}
