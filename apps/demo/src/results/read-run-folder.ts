import type { DroppedFile } from '../models/dropped-files';
import type { Matrix, RecordedRun } from './recorded-run';

/** A visitor's run, and its answers on the test images, in their order. */
export interface VisitorsRun {
  readonly run: RecordedRun;
  readonly predictions: { readonly actual: Uint8Array; readonly predicted: Uint8Array } | undefined;
}

/**
 * Reads the figures of a run folder of `lenet train`.
 *
 * @throws {Error} in words for the visitor
 */
export async function readRunFolder(files: readonly DroppedFile[]): Promise<VisitorsRun> {
  const find = (name: string) => files.find(({ path }) => path === name || path.endsWith(`/${name}`))?.file;
  const metrics = parseMetrics(await find('metrics.json')?.text());
  const history = parseHistory((await find('history.csv')?.text()) ?? '');
  const config = parseJson('config.json', (await find('config.json')?.text()) ?? '{}');
  const predictions = await find('predictions.csv')?.text();
  const testCount = metrics.confusionMatrix.flat().reduce((sum, count) => sum + count, 0);
  return {
    run: {
      recipe: 'your run',
      architecture: String(config.architecture ?? 'unknown'),
      seed: Number(config.seed ?? 0),
      trainingCount: 0,
      validationCount: 0,
      testCount,
      history,
      test: { ...metrics.test, confusionMatrix: metrics.confusionMatrix },
    },
    predictions: predictions === undefined ? undefined : parsePredictions(predictions),
  };
}

function parseMetrics(text: string | undefined): {
  test: { loss: number; accuracy: number };
  confusionMatrix: Matrix;
} {
  if (text === undefined) {
    throw new Error(
      'Expected the folder of a finished run of "lenet train", with a metrics.json; there is none. Finish it with "lenet resume".',
    );
  }
  const { test, confusionMatrix } = parseJson('metrics.json', text);
  const isMatrix =
    Array.isArray(confusionMatrix) &&
    confusionMatrix.length === 10 &&
    confusionMatrix.every((row) => Array.isArray(row) && row.length === 10 && row.every(Number.isInteger));
  const { loss, accuracy } = (test ?? {}) as { loss?: unknown; accuracy?: unknown };
  if (!isMatrix || typeof loss !== 'number' || typeof accuracy !== 'number') {
    throw new Error(
      '"metrics.json": expected the figures of ten digits, as "lenet train" writes them. Take the folder again from where it came from.',
    );
  }
  return { test: { loss, accuracy }, confusionMatrix: confusionMatrix as Matrix };
}

function parseJson(name: string, text: string): Record<string, unknown> {
  try {
    return Object(JSON.parse(text));
  } catch (cause) {
    throw new Error(
      `"${name}" is damaged: it is not whole JSON. Take the folder again from where it came from.`,
      {
        cause,
      },
    );
  }
}

function parseHistory(text: string): RecordedRun['history'] {
  const [header = '', ...rows] = text.trim().split('\n');
  const columns = header.split(',');
  return rows.map((row) => {
    const cells = row.split(',');
    const at = (name: string) => cells[columns.indexOf(name)];
    const number = (name: string) => Number(at(name));
    const hasValidation = (at('validation_loss') ?? '') !== '';
    return {
      epoch: number('epoch'),
      training: { loss: number('loss'), accuracy: number('accuracy') },
      ...(hasValidation && {
        validation: { loss: number('validation_loss'), accuracy: number('validation_accuracy') },
      }),
    };
  });
}

function parsePredictions(text: string) {
  const rows = text.trim().split('\n').slice(1);
  const column = (index: number) => Uint8Array.from(rows, (row) => Number(row.split(',')[index]));
  return { actual: column(1), predicted: column(2) };
}
