import type { Evaluation } from '@lenet/core';
import { type DataIdentity, dataIdentityFields } from '../data/data-identity.js';
import { type RunConfig, runConfigFields } from '../run/run-config.js';
import { openRunFolder } from '../run/run-folder.js';
import { RunFolderError } from '../run/run-folder-error.js';
import { type CurvePoint, parseHistory, parsePredictions } from './parse-run-tables.js';

/** A finished run, as far as it is compared. */
export interface ComparedRun {
  readonly path: string;
  readonly config: RunConfig;
  readonly data: DataIdentity;
  readonly test: Evaluation;
  /** Absent where no images were held out. */
  readonly validation?: Evaluation;
  readonly epochs: number;
  readonly seconds: number;
  readonly history: readonly CurvePoint[];
  /** Actual and predicted classes of the test images, in their order. */
  readonly labels: Uint8Array;
  readonly predictions: Uint8Array;
}

/** What `metrics.json` has of it. */
type RunMetrics = Pick<ComparedRun, 'test' | 'validation' | 'epochs' | 'seconds'>;

/** @throws {RunFolderError} when it is no run folder, the run is not finished, or a file is missing or damaged */
export async function readComparedRun(path: string): Promise<ComparedRun> {
  const folder = openRunFolder(path);
  if (!folder.has('metrics.json')) {
    throw new RunFolderError({
      path,
      message: `Run "${path}" has no result to compare: it was not finished. Go on with "lenet resume ${path}".`,
    });
  }
  const fields = { test: 'object', epochs: 'number', seconds: 'number' } as const;
  const { test, validation, epochs, seconds } = await folder.readJson<RunMetrics>('metrics.json', fields);
  const text = async (name: string) => new TextDecoder().decode(await folder.read(name));
  const data = await folder.readJson<DataIdentity>('data.json', dataIdentityFields);
  return {
    path,
    config: await folder.readJson<RunConfig>('config.json', runConfigFields),
    data,
    test,
    ...(validation && { validation }),
    epochs,
    seconds,
    history: parseHistory(path, await text('history.csv')),
    ...parsePredictions(path, await text('predictions.csv'), data.testCount),
  };
}
