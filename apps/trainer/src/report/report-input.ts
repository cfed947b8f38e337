import type { Architecture, Evaluation, LabelledImages, Weights } from '@lenet/core';
import type { EpochRecord } from '@lenet/core/training';
import type { DataIdentity } from '../data/data-identity.js';

/**
 * Everything that the report of a run is made from. A finished run folder has it all, but for the images:
 * `config.json`, `environment.json`, `data.json`, the history of `checkpoints/last`, the weights of
 * `model/`, and `metrics.json`; the images are those that `data` names, the answers are made again with
 * the weights.
 */
export interface ReportInput {
  /** Of the run, as its folder is called. */
  readonly name: string;
  readonly architecture: Architecture;
  /** Trained, in the order of the layers. */
  readonly weights: Weights;
  /** Every option, resolved; `seed` is shown in the headline. Options that are `undefined` are left out. */
  readonly config: Readonly<Record<string, unknown>>;
  /** Versions and machine; `backend` is shown in the headline. */
  readonly environment: Readonly<Record<string, unknown>>;
  /** Names of classes, where it has them, stand for their numbers. */
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
