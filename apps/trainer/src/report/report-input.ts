import type { Architecture, Evaluation, LabelledImages } from '@lenet/core';
import type { EpochRecord } from '@lenet/core/training';
import type { DataIdentity } from '../data/data-identity.js';

/** Everything that the report of a run is made from. */
export interface ReportInput {
  /** Of the run, as its folder is called. */
  readonly name: string;
  readonly architecture: Architecture;
  /** Every option, resolved; `seed` is shown in the headline. Options that are `undefined` are left out. */
  readonly config: Readonly<Record<string, unknown>>;
  /** Versions and machine; `backend` is shown in the headline. */
  readonly environment: Readonly<Record<string, unknown>>;
  readonly data: DataIdentity;
  /** One record an epoch, at least one. */
  readonly history: readonly EpochRecord[];
  /** At least one image. */
  readonly test: LabelledImages;
  /** float32 `[test.count, test.classCount]` */
  readonly testLogits: Float32Array;
  readonly testEvaluation: Evaluation;
  /** Training images to show; the first 40 are. */
  readonly samples: LabelledImages;
  /** The command line that repeats the run. */
  readonly command: string;
  readonly startedAt: Date;
  readonly finishedAt: Date;
}
