import { argMax, softmax } from '@lenet/core';

/**
 * The answers on the test set as `predictions.csv` holds them.
 *
 * @param labels `[count]`
 * @param logits float32 `[count, classCount]`
 */
export function predictionsCsv(labels: Uint8Array, logits: Float32Array, classCount: number): string {
  const probabilities = softmax(logits, classCount);
  const predictions = argMax(logits, classCount);
  const classes = Array.from({ length: classCount }, (_, index) => `probability_${index}`);
  const lines = [['index', 'actual', 'predicted', ...classes].join(',')];
  for (let index = 0; index < labels.length; index++) {
    const row = probabilities.subarray(index * classCount, (index + 1) * classCount);
    const texts = Array.from(row, (probability) => probability.toFixed(6));
    lines.push([index, labels[index], predictions[index], ...texts].join(','));
  }
  return `${lines.join('\n')}\n`;
}
