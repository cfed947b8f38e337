import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readLabelledImages } from '@lenet/core';
import { generateDigits } from '@lenet/core/synthetic';
import manifest from '@lenet/model-artifacts/drawn-digits/manifest.json' with { type: 'json' };
import { recognize, recognizeAll } from '@lenet/recognizer';
import { expect, test } from 'vitest';
import { colouredPicture } from './testing/coloured-picture.js';
import { smallDigits } from './testing/small-digits.js';

const dataFolder = process.env.LENET_DATA_DIR;
const [first, second] = smallDigits(2);

test('concurrent first calls share what they load, and all are answered', async () => {
  const digits = smallDigits(20);
  const answers = await Promise.all(digits.map(({ picture }) => recognize(picture)));
  expect(answers.map(({ digit }) => digit)).toEqual(digits.map(({ label }) => label));
});

test('of 200 generated digits in colours, nine times as high as MNIST, 19 of 20 are read', async () => {
  const size = 256;
  const { pixels, labels } = generateDigits({ count: 200, seed: 3, size });
  let right = 0;
  let answered = 0;
  for (const [index, label] of labels.entries()) {
    const ink = pixels.subarray(index * size * size, (index + 1) * size * size);
    const { digit, decision } = await recognize(colouredPicture(ink, size, size));
    expect(decision).not.toBe('blank');
    answered += Number(decision === 'digit');
    right += Number(digit === label);
  }
  expect(right).toBeGreaterThanOrEqual(190);
  expect(answered).toBeGreaterThanOrEqual(170);
});

test.skipIf(!dataFolder)(
  'reads MNIST as well as the weights in 32 bits, to one in a thousand (LENET_DATA_DIR)',
  async () => {
    const part = (file: string) => readFile(join(dataFolder!, file));
    const { pixels, labels } = await readLabelledImages({
      images: await part('t10k-images-idx3-ubyte.gz'),
      labels: await part('t10k-labels-idx1-ubyte.gz'),
    });
    let right = 0;
    for (const [index, label] of labels.entries()) {
      const image = pixels.subarray(index * 784, (index + 1) * 784);
      right += Number((await recognize({ pixels: image, width: 28, height: 28 })).digit === label);
    }
    expect(right / labels.length).toBeGreaterThanOrEqual(manifest.evaluation.accuracy - 0.001);
  },
);

test('an answer holds the probabilities of all digits', async () => {
  const answer = await recognize(first.picture);
  expect(Object.keys(answer).sort()).toEqual(['decision', 'digit', 'probabilities', 'probability']);
  expect(answer.probabilities).toHaveLength(10);
  expect(answer.probabilities.reduce((sum, probability) => sum + probability, 0)).toBeCloseTo(1, 6);
  expect(answer.probability).toBe(Math.max(...answer.probabilities));
  expect(answer.probabilities.indexOf(answer.probability)).toBe(answer.digit);
});

test('ink in floats and in bytes, dark on light and light on dark, is the same digit', async () => {
  const { pixels, width, height } = first.picture;
  const ink = pixels as Uint8Array;
  const expected = await recognize(first.picture);
  const floats = await recognize({ pixels: Float32Array.from(ink, (v) => v / 255), width, height });
  expect(floats).toEqual(expected);
  const chalk = colouredPicture(ink, width, height, { paper: [0, 0, 0], pen: [255, 255, 255] });
  expect((await recognize(chalk)).digit).toBe(expected.digit);
  expect((await recognize(chalk, { polarity: 'light-on-dark' })).digit).toBe(expected.digit);
  const alone = { pixels: new Uint8ClampedArray(ink), width, height };
  expect(await recognize(alone)).toEqual(expected);
});

test('a picture without ink is blank', async () => {
  const answer = await recognize(colouredPicture(new Uint8Array(900), 30, 30));
  expect(answer.decision).toBe('blank');
  expect(answer.digit).toBeNull();
  expect(answer.probabilities).toHaveLength(10);
  const ink = { pixels: new Uint8Array(900), width: 30, height: 30 };
  expect((await recognize(ink)).decision).toBe('blank');
});

test('below the threshold the decision is unsure, and the digit is told all the same', async () => {
  const scribble = Uint8Array.from({ length: 784 }, (_, pixel) => (pixel * 7919) % 256);
  const picture = { pixels: scribble, width: 28, height: 28 };
  const { probability, digit } = await recognize(picture);
  expect(probability).toBeLessThan(1);
  const unsure = await recognize(picture, { answerThreshold: 1 });
  expect(unsure).toMatchObject({ decision: 'unsure', digit, probability });
});

test('the pixels are read before the call returns', async () => {
  const { pixels, width, height } = first.picture;
  const copy = pixels.slice();
  const answer = recognize({ pixels: copy, width, height });
  copy.set(second.picture.pixels);
  expect(await answer).toEqual(await recognize(first.picture));
});

test('a signal that is aborted ends the call with its reason', async () => {
  const reason = new Error('the page was left');
  const aborted = AbortSignal.abort(reason);
  await expect(recognize(first.picture, { signal: aborted })).rejects.toBe(reason);
  await expect(recognizeAll(first.picture, { signal: aborted })).rejects.toBe(reason);

  const controller = new AbortController();
  const answer = recognize(first.picture, { signal: controller.signal });
  const other = recognize(first.picture);
  controller.abort(reason);
  await expect(answer).rejects.toBe(reason);
  expect((await other).digit).toBe(first.label);
});

test('an abort after the answer changes nothing', async () => {
  const controller = new AbortController();
  const answer = await recognize(first.picture, { signal: controller.signal });
  controller.abort();
  expect(answer.digit).toBe(first.label);
});

test('options out of range are refused', async () => {
  await expect(recognize(first.picture, { answerThreshold: 2 })).rejects.toThrow(
    'Argument "answerThreshold": expected a number from 0 to 1, got 2.',
  );
  const picture = colouredPicture(new Uint8Array(9), 3, 3);
  await expect(recognize(picture, { polarity: 'blue' as 'auto' })).rejects.toThrow(
    'Argument "polarity": expected "auto", "dark-on-light", "light-on-dark", "transparent", got "blue".',
  );
});
