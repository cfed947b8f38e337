import type { Architecture } from '../architecture/architecture.js';
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
  /** Commit of this project; absent where it was trained with an installed package. */
  readonly commit?: string;
  readonly data: ModelData;
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
}
