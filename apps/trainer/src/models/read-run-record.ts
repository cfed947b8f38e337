import type { Evaluation } from '@lenet/core';
import { type DataIdentity, dataIdentityFields } from '../data/data-identity.js';
import { type Environment, environmentFields } from '../run/environment.js';
import { type RunConfig, runConfigFields } from '../run/run-config.js';
import type { RunFolder } from '../run/run-folder.js';
import { ModelNotFoundError } from './model-not-found-error.js';
import type { RunRecord } from './run-record.js';

/**
 * Reads from a run folder what a model folder tells of the run.
 *
 * @throws {ModelNotFoundError} when the run was not finished
 * @throws {RunFolderError} when a file is missing or damaged
 */
export async function readRunRecord(folder: RunFolder): Promise<RunRecord> {
  if (!folder.has('metrics.json')) {
    throw new ModelNotFoundError({
      path: folder.path,
      message: `Run "${folder.path}" has no model: it was not finished. Go on with "lenet resume ${folder.path}".`,
    });
  }
  const { test, temperature, confusionMatrix } = await folder.readJson<{
    test: Evaluation;
    temperature?: number;
    confusionMatrix: number[][];
  }>('metrics.json', { test: 'object', confusionMatrix: 'array' });
  return {
    config: await folder.readJson<RunConfig>('config.json', runConfigFields),
    environment: await folder.readJson<Environment>('environment.json', environmentFields),
    data: await folder.readJson<DataIdentity>('data.json', dataIdentityFields),
    test,
    ...(temperature && { temperature }),
    confusionMatrix,
  };
}
