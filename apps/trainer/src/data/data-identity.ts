/** One file that images or labels came from. */
export interface DataFileIdentity {
  readonly name: string;
  /** Of the decompressed bytes, in hexadecimal. */
  readonly sha256: string;
  /** Decompressed. */
  readonly bytes: number;
}

/**
 * What data a run was made with. It goes into the run folder and every report, so that a synthetic
 * result is never taken for an MNIST result.
 */
export interface DataIdentity {
  /** `mnist` only where all four digests are the published ones; `idx` for any other files, IDX or pictures. */
  readonly kind: 'mnist' | 'idx' | 'synthetic';
  /** For people, e.g. `MNIST` or `synthetic stroke digits (not MNIST)`. */
  readonly title: string;
  /** Where it was found, e.g. a folder, or the generator with its seed. */
  readonly origin: string;
  /** To be shown wherever images are; absent where none is owed. */
  readonly attribution?: string;
  /** For synthetic digits and folders of pictures: the IDX files that the images and labels used would fill. */
  readonly files: readonly DataFileIdentity[];
  /** Synthetic digits that the training images were mixed with; absent: none. */
  readonly mixture?: {
    /** Digits that each epoch took. */
    readonly perEpoch: number;
    /** Different ones, taken in turn. */
    readonly count: number;
    /** The generator, with its seed. */
    readonly origin: string;
    /** The IDX files that they would fill. */
    readonly files: readonly DataFileIdentity[];
  };
  /** Names of the classes in the order of the labels; absent where they are the digits 0 to 9, or not known. */
  readonly classes?: readonly string[];
  /** Training images used. */
  readonly trainingCount: number;
  /** Training images in the set; absent where all were used. */
  readonly trainingTotal?: number;
  /** Test images used. */
  readonly testCount: number;
  /** Test images in the set; absent where all were used. */
  readonly testTotal?: number;
}

/** What `data.json` must hold. */
export const dataIdentityFields = {
  kind: 'string',
  title: 'string',
  origin: 'string',
  files: 'array',
  trainingCount: 'number',
  testCount: 'number',
} as const;
