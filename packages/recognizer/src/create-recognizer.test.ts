import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import {
  classicLenet5,
  createPlainClassifier,
  defineArchitecture,
  initialiseWeights,
  lenetReport,
} from '@lenet/core';
import { normalizeDigit, padImage } from '@lenet/core/images';
import { createClassifier } from '@lenet/engine';
import { createRecognizer, recognize } from '@lenet/recognizer';
import { expect, test } from 'vitest';
import { smallDigits } from './testing/small-digits.js';

const [{ picture, label }] = smallDigits(1);
const disposedMessage =
  'Recognizer: expected one that has not been disposed, got one that has. Make a new one with createRecognizer.';

test('threads and a recognizer of its own change no bit of an answer', async () => {
  const expected = await recognize(picture);
  expect(expected.digit).toBe(label);
  for (const options of [{}, { threads: 2 }, { build: 'strict' }] as const) {
    const recognizer = await createRecognizer(options);
    expect(recognizer.backend).toBe('engine');
    expect(await recognizer.recognize(picture)).toEqual(expected);
    await recognizer.dispose();
  }
});

test('a model of your own reads, with the temperature and threshold of its manifest', async () => {
  const weights = initialiseWeights(lenetReport, { seed: 4 });
  const model = { architecture: lenetReport, weights };
  const plain = await createRecognizer({ model });
  const { digit, probability } = await plain.recognize(picture);
  expect(probability).toBeLessThan(0.5); // untrained
  await plain.dispose();
  const manifest = { temperature: 100, thresholds: { answer: 0.5 } };
  const careful = await createRecognizer({ model: { ...model, manifest } });
  const answer = await careful.recognize(picture);
  expect(answer).toMatchObject({ decision: 'unsure', digit });
  expect(answer.probability).toBeCloseTo(0.1, 2);
  expect((await careful.recognize(picture, { answerThreshold: 0 })).decision).toBe('digit');
  await careful.dispose();
});

test('what the test of the manifest takes for no digit is unsure, on the engine and in plain TypeScript', async () => {
  const weights = initialiseWeights(lenetReport, { seed: 4 });
  const digitTest = { layer: 'dense_1', weights: new Array(84).fill(0), logitWeight: 1, bias: 0 };
  const decide = async (bias: number) => {
    const manifest = { digitTest: { ...digitTest, bias } };
    const own = await createRecognizer({ model: { architecture: lenetReport, weights, manifest } });
    const { decision } = await own.recognize(picture);
    await own.dispose();
    return decision;
  };
  // The logits of an untrained network are near 0.
  expect(await decide(-9)).toBe('unsure');
  expect(await decide(9)).toBe('digit');
});

test('a network that takes more than 28x28 gets background around the digit', async () => {
  const weights = initialiseWeights(classicLenet5, { seed: 4 });
  const recognizer = await createRecognizer({ model: { architecture: classicLenet5, weights } });
  const { digit } = await recognizer.recognize(picture);
  const padded = padImage(picture, 32, 32).pixels as Uint8Array;
  const classifier = await createClassifier(classicLenet5, weights);
  const logits = await classifier.classify({ pixels: padded, count: 1, height: 32, width: 32 });
  expect(digit).toBe(logits.indexOf(Math.max(...logits)));
  await classifier.dispose();
  await recognizer.dispose();
});

test('a network that the engine does not know is read by plain TypeScript', async () => {
  const dense = { kind: 'dense', units: 10, activation: 'linear' } as const;
  const architecture = defineArchitecture({
    name: 'deep',
    layers: [{ kind: 'flatten' }, ...Array(24).fill(dense)],
  });
  const weights = initialiseWeights(architecture, { seed: 1 });
  const recognizer = await createRecognizer({ model: { architecture, weights } });
  expect(recognizer.backend).toBe('plain');
  const pixels = normalizeDigit(picture)!;
  const images = { pixels, count: 1, height: 28, width: 28 };
  const logits = await createPlainClassifier(architecture, weights).classify(images);
  expect((await recognizer.recognize(picture)).digit).toBe(logits.indexOf(Math.max(...logits)));
  await recognizer.dispose();
});

test('a network for other images is refused', async () => {
  const architecture = defineArchitecture({
    name: 'small',
    inputShape: [14, 14, 1],
    layers: [{ kind: 'flatten' }, { kind: 'dense', units: 10, activation: 'softmax' }],
  });
  const model = { architecture, weights: initialiseWeights(architecture, { seed: 1 }) };
  await expect(createRecognizer({ model })).rejects.toThrow(
    'Network "small": expected one for square grey images of 28 rows or more, got [14, 14, 1]. Take createClassifier of @lenet/engine for it.',
  );
});

test.each([
  ['drawn-digits', '"drawn-digits"'],
  [{}, 'one without'],
  [null, 'null'],
])('what is no model is refused: %j', async (model, received) => {
  await expect(createRecognizer({ model: model as never })).rejects.toThrow(
    `Argument "model": expected an object with architecture and weights, got ${received}. loadModelFolder of @lenet/core/models makes one of a model folder.`,
  );
});

test('weights of another network and options out of range are refused', async () => {
  const weights = initialiseWeights(classicLenet5, { seed: 1 });
  await expect(createRecognizer({ model: { architecture: lenetReport, weights } })).rejects.toThrow(
    'Weights: expected "dense/kernel" of shape [256, 120], got [400, 120]. They belong to another architecture.',
  );
  await expect(createRecognizer({ threads: 9 })).rejects.toThrow(
    'Argument "threads": expected a whole number from 1 to 8, got 9.',
  );
  await expect(createRecognizer({ build: 'fast' as 'strict' })).rejects.toThrow(
    'Argument "build": expected "strict" or "relaxed", got "fast".',
  );
});

test('after dispose every call is refused; dispose may be called again', async () => {
  const recognizer = await createRecognizer();
  await Promise.all([recognizer.dispose(), recognizer.dispose()]);
  await recognizer.dispose();
  await expect(recognizer.recognize(picture)).rejects.toThrow(disposedMessage);
  await expect(recognizer.recognizeAll(picture)).rejects.toThrow(disposedMessage);
  await expect(recognizer.recognize(picture)).rejects.toMatchObject({ name: 'RecognizerDisposedError' });
});

test('a call that waits for its picture while the recognizer is disposed is refused', async () => {
  const recognizer = await createRecognizer();
  const answer = recognizer.recognize(picture);
  const disposed = recognizer.dispose();
  await expect(answer).rejects.toThrow(disposedMessage);
  await disposed;
});

test('a recognizer that is disposed leaves others as they are', async () => {
  const one = await createRecognizer();
  const other = await createRecognizer();
  const expected = await other.recognize(picture);
  await one.dispose();
  expect(await other.recognize(picture)).toEqual(expected);
  await other.dispose();
});

test('neither calls nor recognizers leave memory behind', async () => {
  setFlagsFromString('--expose-gc');
  const collect: () => void = runInNewContext('gc');
  const pictures = smallDigits(10);
  async function useOnce() {
    const recognizer = await createRecognizer();
    for (const digit of pictures) await recognizer.recognize(digit.picture);
    await recognizer.dispose();
  }
  async function usedBytes(): Promise<number> {
    // Arrays are freed beside the program, a while after they have been collected.
    for (let round = 0; round < 5; round++) {
      collect();
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    return heapUsed + arrayBuffers;
  }
  for (let warmUp = 0; warmUp < 10; warmUp++) await useOnce();
  const before = await usedBytes();
  for (let round = 0; round < 100; round++) await useOnce();
  // A hundred recognizers that are held have 5 MB besides WebAssembly's memory.
  expect((await usedBytes()) - before).toBeLessThan(500_000);
});
