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
  /** `mnist` only where all four digests are the published ones; `idx` for any other IDX files. */
  readonly kind: 'mnist' | 'idx' | 'synthetic';
  /** For people, e.g. `MNIST` or `synthetic stroke digits (not MNIST)`. */
  readonly title: string;
  /** Where it was found, e.g. a folder, or the generator with its seed. */
  readonly origin: string;
  /** To be shown wherever images are; absent where none is owed. */
  readonly attribution?: string;
  /** For synthetic digits: the IDX files that the images and labels used would fill. */
  readonly files: readonly DataFileIdentity[];
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
