import type { EpochRecord } from '@lenet/core/training';

const columns = [
  'epoch',
  'loss',
  'accuracy',
  'validation_loss',
  'validation_accuracy',
  'learning_rate',
  'seconds',
] as const;

/** The history as `history.csv` holds it: one row an epoch; validation columns may be empty. */
export function historyCsv(history: readonly EpochRecord[]): string {
  const rows = history.map(({ epoch, training, validation, learningRate, seconds }) => [
    epoch,
    training.loss,
    training.accuracy,
    validation?.loss ?? '',
    validation?.accuracy ?? '',
    learningRate,
    seconds.toFixed(3),
  ]);
  return `${[columns, ...rows].map((row) => row.join(',')).join('\n')}\n`;
}
