import { expect, test } from 'vitest';
import { historyCsv } from './history-csv.js';

test('writes one row an epoch, validation columns empty where there was none', () => {
  const record = { training: { loss: 0.5, accuracy: 0.8 }, learningRate: 0.001, seconds: 1.23456 };
  expect(
    historyCsv([
      { epoch: 1, ...record },
      { epoch: 2, ...record, validation: { loss: 0.25, accuracy: 0.9 } },
    ]),
  ).toBe(
    'epoch,loss,accuracy,validation_loss,validation_accuracy,learning_rate,seconds\n' +
      '1,0.5,0.8,,,0.001,1.235\n2,0.5,0.8,0.25,0.9,0.001,1.235\n',
  );
});
