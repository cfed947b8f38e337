import type { Architecture, Decision, LayerActivation, Weights } from '@lenet/core';
import type { InkImage } from '@lenet/core/images';
import type { ModelSource } from '../models/model-source';

/** What the page tells the worker. `open` comes first; another one takes its place. */
export type Request =
  | {
      readonly kind: 'open';
      readonly source: ModelSource;
      /** With a final slash. */
      readonly siteUrl: string;
    }
  | { readonly kind: 'explain'; readonly sequence: number; readonly ink: InkImage };

/** A network, to be looked into. */
export interface OpenedNetwork {
  readonly name: string;
  readonly architecture: Architecture;
  readonly weights: Weights;
}

/** All that the network makes of one drawing. */
export interface Explanation extends Decision {
  /** False where it is unsure because this hardly looks like a digit at all. */
  readonly isLikeDigit: boolean;
  /** uint8 `[height, width]` of the network's input: what it sees. */
  readonly seen: Uint8Array;
  /** One of each layer, in order. */
  readonly activations: readonly LayerActivation[];
  /** float32 `[height, width]`: how the score of the first guess changes with the ink of each pixel. */
  readonly gradient: Float32Array;
  /** The class that `gradient` is of. */
  readonly explained: number;
}

/** What the worker tells the page. */
export type Reply =
  | { readonly kind: 'opened'; readonly network: OpenedNetwork }
  | { readonly kind: 'explained'; readonly sequence: number; readonly explanation: Explanation }
  | { readonly kind: 'failed'; readonly message: string };
