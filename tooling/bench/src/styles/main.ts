// What each group of styles is worth: a short training without it, beside one with all styles and one on MNIST alone.
//
// How to run: LENET_DATA_DIR=... node tooling/bench/src/styles/main.ts [epochs] [MNIST images] [synthetic digits an epoch]
// Prints a table in Markdown.
import {
  createLabelledImages,
  evaluateLogits,
  type LabelledImages,
  lenetReport,
  selectImages,
} from '@lenet/core';
import { generateDigits } from '@lenet/core/synthetic';
import { train } from '@lenet/core/training';
import { createLearner } from '@lenet/engine';
import { markdownTable } from '../markdown-table.ts';
import { readMnist } from '../peers/read-mnist.ts';
import { heldBackDigits, ofFamilies } from './held-back-digits.ts';
import { styleGroups } from './style-groups.ts';

const [epochs = 4, mnistImages = 20_000, syntheticImages = 10_000] = process.argv.slice(2).map(Number);
const SEED = 1;
/** Of MNIST's training images, none of which is trained on here. */
const VALIDATION_IMAGES = 5000;

const { train: mnist } = await readMnist();
const range = (from: number, count: number) => Array.from({ length: count }, (_, index) => from + index);
const base = selectImages(mnist, range(0, mnistImages));
const validation = selectImages(mnist, range(mnist.count - VALIDATION_IMAGES, VALIDATION_IMAGES));
const held = heldBackDigits(20_000);

/** Accuracies in percent: MNIST, all held-back digits, and those of some families. */
async function measure(digits: LabelledImages | undefined, families: readonly (readonly string[])[]) {
  const training = digits ? joined(base, digits) : base;
  const learner = await createLearner(lenetReport, {
    seed: SEED,
    optimizer: { kind: 'adam', beta1: 0.9, beta2: 0.999, weightDecay: 0.05 },
    threads: 1,
  });
  const schedule = { kind: 'one-cycle', peak: 4e-3, warmUpShare: 0.3, startShare: 0.04 } as const;
  const augmentation = { rotationDegrees: 10, scale: 0.1, shiftPixels: 2 };
  const options = { training, epochs, batchSize: 128, schedule, augmentation, seed: SEED };
  for await (const _ of train(learner, options));
  const accuracy = async (images: LabelledImages) =>
    100 * evaluateLogits(await learner.predict(images), images.labels, 10).accuracy;
  const result = {
    mnist: await accuracy(validation),
    all: await accuracy(held.images),
    families: [] as number[],
  };
  for (const wanted of families) result.families.push(await accuracy(ofFamilies(held, wanted)));
  await learner.dispose();
  return result;
}

function joined(first: LabelledImages, second: LabelledImages): LabelledImages {
  const pixels = new Uint8Array(first.pixels.length + second.pixels.length);
  pixels.set(first.pixels);
  pixels.set(second.pixels, first.pixels.length);
  const labels = new Uint8Array(first.count + second.count);
  labels.set(first.labels);
  labels.set(second.labels, first.count);
  return createLabelledImages({ pixels, labels, height: 28, width: 28 });
}

const text = (value: number) => value.toFixed(2);
const groups = Object.entries(styleGroups);
const families = Object.values(styleGroups);
const alone = await measure(undefined, families);
const whole = await measure(generateDigits({ count: syntheticImages, seed: SEED }), families);
const rows = [['left out', 'MNIST', 'all held back', 'of them its own', 'with all styles', 'MNIST alone']];
rows.push(['nothing', text(whole.mnist), text(whole.all), '', '', text(alone.all)]);
for (const [index, [name, without]] of groups.entries()) {
  process.stderr.write(`${index + 1} of ${groups.length}: without ${name} ...\n`);
  const digits = generateDigits({ count: syntheticImages, seed: SEED, without });
  const left = await measure(digits, [without]);
  const own = [left.families[0], whole.families[index], alone.families[index]];
  rows.push([name, text(left.mnist), text(left.all), ...own.map(text)]);
}
process.stdout.write(`${markdownTable(rows, [1, 2, 3, 4, 5])}\n`);
