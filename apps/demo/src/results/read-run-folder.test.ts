import { expect, test } from 'vitest';
import { readRunFolder } from './read-run-folder';

const matrix = Array.from({ length: 10 }, (_, row) =>
  Array.from({ length: 10 }, (_, column) => (row === column ? 2 : 0)),
);
const metrics = JSON.stringify({ test: { loss: 0.5, accuracy: 1 }, confusionMatrix: matrix });
const folder = (contents: Record<string, string>) =>
  Object.entries(contents).map(([name, text]) => ({ path: `run/${name}`, file: new File([text], name) }));

test('takes curves, figures and answers of a run', async () => {
  const { run, predictions } = await readRunFolder(
    folder({
      'metrics.json': metrics,
      'config.json': '{"architecture":"lenet-report","seed":7}',
      'history.csv':
        'epoch,loss,accuracy,validation_loss,validation_accuracy,learning_rate,seconds\n1,0.5,0.9,0.25,0.95,0.001,1.2\n2,0.4,0.92,,,0.001,1.2\n',
      'predictions.csv': 'index,actual,predicted,probability_0\n0,7,7,0.0\n1,2,3,0.0\n',
    }),
  );
  expect(run).toMatchObject({
    architecture: 'lenet-report',
    seed: 7,
    testCount: 20,
    test: { loss: 0.5, accuracy: 1 },
  });
  expect(run.history).toEqual([
    { epoch: 1, training: { loss: 0.5, accuracy: 0.9 }, validation: { loss: 0.25, accuracy: 0.95 } },
    { epoch: 2, training: { loss: 0.4, accuracy: 0.92 } },
  ]);
  expect(predictions).toEqual({ actual: Uint8Array.of(7, 2), predicted: Uint8Array.of(7, 3) });
});

test.each([
  [
    { 'history.csv': '' },
    'Expected the folder of a finished run of "lenet train", with a metrics.json; there is none. Finish it with "lenet resume".',
  ],
  [
    { 'metrics.json': '{"test":' },
    '"metrics.json" is damaged: it is not whole JSON. Take the folder again from where it came from.',
  ],
  [
    { 'metrics.json': '{"test":{}}' },
    '"metrics.json": expected the figures of ten digits, as "lenet train" writes them. Take the folder again from where it came from.',
  ],
])('a folder that is not whole is refused: %j', async (contents, words) => {
  await expect(readRunFolder(folder(contents as Record<string, string>))).rejects.toThrow(words);
});
