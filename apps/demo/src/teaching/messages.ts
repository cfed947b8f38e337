import type { Decision } from '@lenet/core';
import type { InkImage } from '@lenet/core/images';
import type { Sample } from '../keeping/database';
import type { ModelSource } from '../models/model-source';
import type { Learned } from './learn-handwriting';

/** What the page tells the worker. `open` comes first and once. */
export type Request =
  | {
      readonly kind: 'open';
      readonly source: ModelSource;
      /** With a final slash. */
      readonly siteUrl: string;
    }
  | { readonly kind: 'read'; readonly sequence: number; readonly ink: InkImage }
  | { readonly kind: 'learn'; readonly samples: readonly Sample[] }
  /** Reads with the network as it was before it learned. */
  | { readonly kind: 'unlearn' }
  /** What was learned, as a model folder. */
  | { readonly kind: 'save'; readonly name: string };

/** What the network makes of the drawing, and what it saw. */
export interface TeachingAnswer extends Decision {
  /** uint8 `[28, 28]` */
  readonly seen: Uint8Array;
}

/** What the worker tells the page. */
export type Reply =
  | { readonly kind: 'read'; readonly sequence: number; readonly answer: TeachingAnswer }
  | { readonly kind: 'learned'; readonly learned: Omit<Learned, 'weights'> }
  | { readonly kind: 'saved'; readonly files: ReadonlyMap<string, Uint8Array> }
  | { readonly kind: 'failed'; readonly message: string };
