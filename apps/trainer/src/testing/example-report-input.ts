import { createLabelledImages, initialiseWeights, lenetReport } from '@lenet/core';
import type { EpochRecord } from '@lenet/core/training';
import type { ReportInput } from '../report/report-input.js';

/**
 * The end of a small run on `count` test images whose labels are 0, 1, … 9, 0, 1, … The logit of the
 * answer is 4 and that of the other classes 0, so its probability is 1 / (1 + 9 exp(-4)) = 0.85849.
 *
 * @param misread answers that are not the label, by the index of their image
 */
export function exampleReportInput(
  changes: Partial<ReportInput> = {},
  misread: Readonly<Record<number, number>> = { 3: 5, 17: 1 },
  count = 200,
): ReportInput {
  const test = exampleImages(count);
  const testLogits = new Float32Array(count * 10);
  test.labels.forEach((label, index) => {
    testLogits[index * 10 + (misread[index] ?? label)] = 4;
  });
  return {
    name: 'example',
    architecture: lenetReport,
    weights: initialiseWeights(lenetReport, { seed: 7 }),
    config: { recipe: 'lenet-report', epochs: 2, seed: 7, validationImages: undefined },
    environment: { node: '22.0.0', backend: 'a backend' },
    data: {
      kind: 'mnist',
      title: 'MNIST',
      origin: 'a folder',
      attribution: 'MNIST, by Y. LeCun, C. Cortes and C. J. C. Burges.',
      files: [{ name: 'train-images-idx3-ubyte', sha256: 'ab'.repeat(32), bytes: 47_040_016 }],
      trainingCount: 60_000,
      testCount: count,
    },
    history: [exampleEpoch(1), exampleEpoch(2)],
    test,
    testLogits,
    testEvaluation: { loss: 0.1942, accuracy: 1 - Object.keys(misread).length / count },
    samples: exampleImages(12),
    command: 'lenet train --epochs 2 --seed 7',
    startedAt: new Date('2026-01-02T03:04:05Z'),
    finishedAt: new Date('2026-01-02T03:05:12Z'),
    ...changes,
  };
}

/** Loss 0.2 and accuracy 0.9 after the first epoch, 0.1 and 0.95 after the second, and so on. */
export function exampleEpoch(epoch: number): EpochRecord {
  const training = { loss: 0.2 / epoch, accuracy: 1 - 0.1 / epoch };
  return { epoch, training, validation: training, learningRate: 0.001, seconds: 1.5 };
}

/** A bar that is taller for higher labels. */
function exampleImages(count: number) {
  const labels = Uint8Array.from({ length: count }, (_, index) => index % 10);
  const pixels = new Uint8Array(count * 784);
  labels.forEach((label, index) => {
    for (let row = 24 - 2 * label; row < 26; row++)
      pixels.fill(255, index * 784 + row * 28 + 12, index * 784 + row * 28 + 16);
  });
  return createLabelledImages({ pixels, labels, height: 28, width: 28 });
}
