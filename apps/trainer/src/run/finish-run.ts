import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  argMax,
  classificationReport,
  confusionMatrix,
  decodeCheckpoint,
  type Evaluation,
  evaluateLogits,
  formatClassificationReport,
  type LabelledImages,
  type Learner,
  lenetReport,
} from '@lenet/core';
import { saveModel } from '@lenet/core/tfjs';
import type { DataIdentity } from '../data/data-identity.js';
import { modelFolderFiles } from '../models/model-folder-files.js';
import { writeReport } from '../report/write-report.js';
import type { Environment } from './environment.js';
import { predictionsCsv } from './predictions-csv.js';
import { repeatCommand } from './repeat-command.js';
import type { RunConfig } from './run-config.js';
import type { RunFolder } from './run-folder.js';

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

/** Evaluates the trained network on the test set, once, and writes everything that a run ends with. */
export async function finishRun(fields: {
  folder: RunFolder;
  config: RunConfig;
  learner: Learner;
  test: LabelledImages;
  samples: LabelledImages;
  identity: DataIdentity;
  startedAt: Date;
}): Promise<RunResult> {
  const { folder, config, learner, test, samples, identity, startedAt } = fields;
  const { history } = decodeCheckpoint(await readFile(join(folder.path, 'checkpoints', 'last')));
  const logits = await learner.predict(test);
  const evaluation = evaluateLogits(logits, test.labels, test.classCount);
  const predictions = argMax(logits, test.classCount);
  const report = classificationReport(test.labels, predictions);
  const finishedAt = new Date();
  const seconds = (finishedAt.getTime() - startedAt.getTime()) / 1000;

  const model = await saveModel(lenetReport, await learner.weights());
  const environment = await folder.readJson<Environment>('environment.json');
  const confusion = confusionMatrix(test.labels, predictions, { classCount: test.classCount });
  const modelFiles = modelFolderFiles({
    name: lenetReport.name,
    version: '0.0.0',
    architecture: lenetReport,
    model,
    run: { config, environment, data: identity, test: evaluation, confusionMatrix: confusion },
  });
  for (const [name, content] of modelFiles) await folder.write(`model/${name}`, content);
  await folder.write('classification-report.txt', formatClassificationReport(report));
  await folder.write('predictions.csv', predictionsCsv(test.labels, logits, test.classCount));
  const reportPath = await writeReport(
    {
      name: folder.path.split(/[\\/]/).at(-1)!,
      architecture: lenetReport,
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
    folder.path,
  );
  // Written last: a run folder with a metrics.json is finished.
  await folder.writeJson('metrics.json', {
    test: evaluation,
    validation: history.at(-1)?.validation,
    epochs: history.length,
    seconds,
    confusionMatrix: confusion,
    classificationReport: report,
  });
  const { path } = folder;
  return {
    json: {
      run: path,
      backend: learner.backend,
      seconds,
      epochs: history.length,
      test: evaluation,
      data: identity,
    },
    reportPath,
  };
}
