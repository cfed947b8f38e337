import type { LabelledImages } from '@lenet/core';
import type { DataIdentity } from './data-identity.js';
import type { DataNotice } from './data-notice.js';

/** Images to train and test on, and what they are. */
export interface LoadedData {
  readonly training: LabelledImages;
  readonly test: LabelledImages;
  readonly identity: DataIdentity;
  /** What the user should know, in order; each was given to `onNotice` as well. */
  readonly notices: readonly DataNotice[];
}

/** Largest numbers of images to use, 1 or more each: the first of the set. @default all */
export interface ImageLimits {
  readonly training?: number | undefined;
  readonly test?: number | undefined;
}
