import type { Architecture } from '@lenet/core';
import { createManifest as createModelManifest, type ModelManifest } from '@lenet/core/models';
import { validationCount } from '../run/run-config.js';
import type { ChosenAnswers } from './choose-answers.js';
import { describeData } from './describe-data.js';
import type { RunRecord } from './run-record.js';

/**
 * The manifest of the weights of a run. It names no folder of this machine: data is told by digests.
 *
 * @param fields.chosen takes the place of the temperature that the run itself fitted
 * @param files content by name
 */
export function createManifest(
  fields: {
    name: string;
    version: string;
    architecture: Architecture;
    run: RunRecord;
    chosen?: ChosenAnswers;
  },
  files: ReadonlyMap<string, Uint8Array>,
): Promise<ModelManifest> {
  const { name, version, architecture, run, chosen } = fields;
  const { recipe, architecture: _name, seed, data: _data, ...options } = run.config;
  const { commit, backend, versions } = run.environment;
  return createModelManifest(
    {
      name,
      version,
      architecture,
      classes: run.confusionMatrix.map((_row, index) => run.data.classes?.[index] ?? String(index)),
      training: {
        recipe,
        options: { ...options, validationImages: validationCount(run.config, run.data.trainingCount) },
        seed,
        backend,
        ...(versions && { versions }),
        ...(commit && { commit }),
        data: describeData(run.data, 'training'),
      },
      evaluation: {
        accuracy: run.test.accuracy,
        loss: run.test.loss,
        data: describeData(run.data, 'test'),
      },
      ...(run.temperature && { temperature: run.temperature }),
      ...chosen,
    },
    files,
  );
}
