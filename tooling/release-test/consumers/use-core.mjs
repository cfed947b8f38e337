// A program that has installed @lenet/core: prints what it gets from it, as JSON.
import { countParameters, encodeIdx, lenetReport, parseIdx } from '@lenet/core';
import { accuracy, classificationReport, confusionMatrix } from '@lenet/core/metrics';
import { generateDigits } from '@lenet/core/synthetic';

const digits = generateDigits({ count: 20, seed: 1, split: 'test' });
const file = encodeIdx({ dimensions: [20, 28, 28], values: digits.pixels });
const { dimensions, values } = parseIdx(file);

const labels = [0, 1, 1, 2];
const predictions = [0, 1, 2, 2];
const result = {
  dimensions,
  pixelsAreTheSame: values.every((value, index) => value === digits.pixels[index]),
  labels: [...digits.labels].sort(),
  accuracy: accuracy(labels, predictions),
  confusionMatrix: confusionMatrix(labels, predictions, { classCount: 3 }),
  recall: classificationReport(labels, predictions).classes.map(({ recall }) => recall),
  parameters: countParameters(lenetReport),
};
process.stdout.write(`${JSON.stringify(result)}\n`);
