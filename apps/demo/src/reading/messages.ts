import type { Evaluation } from '@lenet/core';
import type { InkImage } from '@lenet/core/images';
import type { ModelSource } from '../models/model-source';
import type { DigitAnswer } from './answer';
import type { Backend } from './backend';

/** What the page tells a worker. `start` comes first and once. */
export type Request =
  | {
      readonly kind: 'start';
      readonly backend: Backend;
      readonly model: ModelSource;
      /** Address of the site, with a final slash. */
      readonly siteUrl: string;
      /** Folder of TensorFlow.js's WebAssembly binaries, relative to the site, with a final slash. */
      readonly wasmPath: string;
    }
  | { readonly kind: 'read'; readonly sequence: number; readonly ink: InkImage }
  /** How long does one image take, and what comes out? */
  | { readonly kind: 'measure'; readonly seen: Uint8Array };

/** What a worker tells the page. */
export type Reply =
  | { readonly kind: 'ready'; readonly model: ModelDescription }
  /** It cannot start. */
  | { readonly kind: 'failed'; readonly message: string; readonly isModelAtFault: boolean }
  | {
      readonly kind: 'answer';
      readonly sequence: number;
      readonly digits: readonly DigitAnswer[];
      readonly milliseconds: number;
    }
  | { readonly kind: 'measured'; readonly measurement: Measurement };

/** How fast a backend is, and what it says. */
export interface Measurement {
  /** Of one image, from pixels to logits: the median. */
  readonly milliseconds: number;
  readonly probabilities: readonly number[];
}

/** Which network reads. */
export interface ModelDescription {
  readonly name: string;
  readonly version: string;
  readonly architecture: string;
  readonly parameterCount: number;
  readonly evaluation: Evaluation & { readonly count: number; readonly title: string };
}
