import type { Evaluation } from '@lenet/core';
import type { DataIdentity } from '../data/data-identity.js';
import type { Environment } from '../run/environment.js';
import type { RunConfig } from '../run/run-config.js';

/** What a model folder tells of the run that its weights come from. */
export interface RunRecord {
  readonly config: RunConfig;
  readonly environment: Environment;
  readonly data: DataIdentity;
  readonly test: Evaluation;
  /** Fitted on the images that were held out; absent where there were none. */
  readonly temperature?: number;
  /** Number of test images, `[actual][predicted]`. */
  readonly confusionMatrix: readonly (readonly number[])[];
}
