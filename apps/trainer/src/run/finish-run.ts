import { basename, join, resolve } from 'node:path';
import {
  type Architecture,
  argMax,
  type Evaluation,
  evaluateLogits,
  type LabelledImages,
  type Learner,
  type Weights,
} from '@lenet/core';
import {
  classificationReport,
  confusionMatrix,
  fitTemperature,
  formatClassificationReport,
} from '@lenet/core/metrics';
import type { SavedModel } from '@lenet/core/tfjs';
import type { DataIdentity } from '../data/data-identity.js';
import { interruptionPoint } from '../interruption-point.js';
import { modelFolderFiles } from '../models/model-folder-files.js';
import { classLabels } from '../report/class-labels.js';
import { type Environment, environmentFields } from './environment.js';
import { predictionsCsv } from './predictions-csv.js';
import { repeatCommand } from './repeat-command.js';
import type { RunConfig } from './run-config.js';
import type { RunFolder } from './run-folder.js';
import type { TrainingEnd } from './training-end.js';

/** What `lenet train --json` prints, and where the report is. */
export interface RunResult {
  readonly json: {
    readonly run: string;
    readonly backend: string;
    /** Of the whole run, in seconds. */
    readonly seconds: number;
    readonly epochs: number;
    readonly test: Evaluation;
    readonly data: DataIdentity;
  };
  readonly reportPath: string;
}

/**
 * Evaluates the trained network on the test set, once, and writes everything that a run ends with. The learner is disposed
 * on the way.
 *
 * @throws {InterruptedError} when the signal is aborted; a resume does what is left
 */
export async function finishRun(fields: {
  folder: RunFolder;
  config: RunConfig;
  learner: Learner;
  end: TrainingEnd;
  /** For validation; maybe none. */
  heldOut: LabelledImages;
  test: LabelledImages;
  samples: LabelledImages;
  identity: DataIdentity;
  /** How long the run has taken so far. */
  seconds: () => number;
  signal: AbortSignal;
  /** Called as soon as the test set is evaluated. */
  onEvaluated(evaluation: Evaluation): void;
}): Promise<RunResult> {
  const { folder, config, learner, end, heldOut, test, samples, identity, signal } = fields;
  const { architecture } = learner;
  const goOn = () =>
    interruptionPoint(
      signal,
      `Interrupted before the report was whole; all epochs are kept. Write it with "lenet resume ${folder.path}".`,
    );
  const write = async (name: string, content: string | Uint8Array) => {
    await goOn();
    await folder.write(name, content);
  };
  await goOn();
  const { history, best } = end;
  const logits = await learner.predict(test);
  await goOn();
  const evaluation = evaluateLogits(logits, test.labels, test.classCount);
  fields.onEvaluated(evaluation);
  const temperature = await fitTemperatureOn(learner, heldOut);
  const predictions = argMax(logits, test.classCount);
  const report = classificationReport(test.labels, predictions, {
    classNames: classLabels(test.classCount, identity.classes),
  });
  const finishedAt = new Date();
  const seconds = fields.seconds();
  const startedAt = new Date(finishedAt.getTime() - seconds * 1000);

  const weights = await learner.weights();
  const { backend } = learner;
  // Nothing is computed with it any more, and the report needs memory.
  await learner.dispose();
  const model = await saveTrainedModel(architecture, weights, config);
  const environment = await folder.readJson<Environment>('environment.json', environmentFields);
  const confusion = confusionMatrix(test.labels, predictions, { classCount: test.classCount });
  const modelFiles = await modelFolderFiles({
    name: architecture.name,
    version: '0.0.0',
    architecture,
    model,
    run: {
      config,
      environment,
      data: identity,
      test: evaluation,
      confusionMatrix: confusion,
      ...(temperature && { temperature }),
    },
  });
  for (const [name, content] of modelFiles) await write(`model/${name}`, content);
  await write('classification-report.txt', formatClassificationReport(report));
  await write('predictions.csv', predictionsCsv(test.labels, logits, test.classCount));
  // Half of the program's code, and none of it is needed before.
  const { writeReport } = await import('../report/write-report.js');
  const page = await writeReport(
    {
      name: basename(resolve(folder.path)),
      architecture,
      weights,
      config: { ...config },
      environment: { ...environment },
      data: identity,
      history,
      test,
      testLogits: logits,
      testEvaluation: evaluation,
      samples,
      command: repeatCommand(config),
      startedAt,
      finishedAt,
    },
    write,
  );
  await goOn();
  // Written last: a run folder with a metrics.json is finished.
  await folder.writeJson('metrics.json', {
    test: evaluation,
    validation: config.finalWeights === 'best' ? best.evaluation : history.at(-1)?.validation,
    epochs: history.length,
    ended: end.reason,
    best: { epoch: best.epoch, step: best.step, ...best.evaluation },
    seconds,
    finishedAt: finishedAt.toISOString(),
    ...(temperature && { temperature }),
    confusionMatrix: confusion,
    classificationReport: report,
  });
  const { path } = folder;
  return {
    json: {
      run: path,
      backend,
      seconds,
      epochs: history.length,
      test: evaluation,
      data: identity,
    },
    reportPath: join(path, page),
  };
}

/** That of images which were not trained on; without any, nothing can be said. */
async function fitTemperatureOn(learner: Learner, heldOut: LabelledImages): Promise<number | undefined> {
  if (heldOut.count === 0) return undefined;
  const { labels, classCount } = heldOut;
  return fitTemperature(await learner.predict(heldOut), labels, classCount).temperature;
}

/** TensorFlow.js takes a while to load; a run on the engine needs it for this only. */
async function saveTrainedModel(
  architecture: Architecture,
  weights: Weights,
  { backend }: RunConfig,
): Promise<SavedModel> {
  if (backend === 'engine') {
    const { loadTfjsBackend } = await import('../backends/tfjs-backend.js');
    await loadTfjsBackend('cpu');
  }
  const { saveModel } = await import('@lenet/core/tfjs');
  return saveModel(architecture, weights);
}
