// A strict TypeScript program on every entry with types. It is compiled as for Node and as for a bundler, and run.
import { decide, type LabelledImages, lenetReport } from '@lenet/core';
import { normalizeDigit } from '@lenet/core/images';
import { type ClassificationReport, classificationReport } from '@lenet/core/metrics';
import { loadModelFolder } from '@lenet/core/models';
import { generateDigits } from '@lenet/core/synthetic';
import { createTfjsLearner } from '@lenet/core/tfjs';
import { train } from '@lenet/core/training';
import { createClassifier, createLearner } from '@lenet/engine';
import { createLenetClassifier } from '@lenet/engine/lenet';
import { recognize } from '@lenet/recognizer';

const digits: LabelledImages = generateDigits({ seed: 1, count: 32 });
const learner = await createLearner(lenetReport, { seed: 1, threads: 1 });
for await (const event of train(learner, { training: digits, epochs: 1, seed: 1 })) {
  if (event.type === 'epoch' && !Number.isFinite(event.record.training.loss)) throw new Error('no loss');
}
const weights = await learner.weights();
await learner.dispose();
const classifier = await createClassifier(lenetReport, weights);
const logits: Float32Array = await classifier.classify(digits);
const report: ClassificationReport = classificationReport([0, 1], [0, 1]);
const { digit } = await recognize({ pixels: digits.pixels.subarray(0, 784), width: 28, height: 28 });
// @ts-expect-error a picture has a width
const wrong = () => recognize({ pixels: new Uint8Array(784), height: 28 });
process.stdout.write(
  JSON.stringify({
    digit,
    classes: report.classes.length,
    logits: logits.length,
    decisions: ['digit', 'unsure', 'blank'].includes(decide(logits.subarray(0, 10)).decision),
    functions: [normalizeDigit, loadModelFolder, createTfjsLearner, createLenetClassifier, wrong].length,
  }),
);
