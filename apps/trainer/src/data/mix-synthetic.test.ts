import { createLabelledImages, findArchitecture } from '@lenet/core';
import { generateDigits } from '@lenet/core/synthetic';
import { expect, test } from 'vitest';
import type { DataIdentity } from './data-identity.js';
import { mixSynthetic } from './mix-synthetic.js';
import { mixtureText } from './mixture-text.js';

const identity: DataIdentity = {
  kind: 'mnist',
  title: 'MNIST',
  origin: 'a folder',
  files: [],
  trainingCount: 3,
  testCount: 0,
};
const training = createLabelledImages({
  pixels: new Uint8Array(3 * 784).fill(9),
  labels: Uint8Array.of(1, 2, 3),
  height: 28,
  width: 28,
});
const options = {
  perEpoch: 20,
  seed: 5,
  architecture: findArchitecture('lenet-report'),
  signal: new AbortController().signal,
};

test('puts digits for eight epochs behind the training images, and says so', async () => {
  const mixed = await mixSynthetic({ training, identity }, options);
  expect(mixed.pool).toEqual({ count: 160, perEpoch: 20 });
  const generated = generateDigits({ count: 160, seed: 5 });
  expect(mixed.training.count).toBe(163);
  expect(mixed.training.pixels.subarray(0, 3 * 784)).toEqual(training.pixels);
  expect(mixed.training.pixels.subarray(3 * 784)).toEqual(generated.pixels);
  expect(mixed.training.labels).toEqual(Uint8Array.of(1, 2, 3, ...generated.labels));
  const { mixture } = mixed.identity;
  expect(mixture).toMatchObject({ perEpoch: 20, count: 160 });
  expect(mixture?.origin).toMatch(/^generator of @lenet\/core .*, seed 5$/);
  expect(mixture?.files.map(({ bytes }) => bytes)).toEqual([16 + 160 * 784, 8 + 160]);
  expect(mixtureText(mixture!)).toBe('20 of 160 synthetic digits in each epoch');
});

test('digits are padded for a network that takes larger images', async () => {
  const architecture = findArchitecture('classic-lenet-5');
  const large = createLabelledImages({
    pixels: new Uint8Array(1024),
    labels: Uint8Array.of(1),
    height: 32,
    width: 32,
  });
  const mixed = await mixSynthetic({ training: large, identity }, { ...options, architecture });
  expect(mixed.training.pixels.length).toBe(161 * 1024);
});

test('adds nothing where none are wanted, or all are synthetic', async () => {
  const images = { training, identity };
  expect(await mixSynthetic(images, { ...options, perEpoch: 0 })).toBe(images);
  const synthetic = { training, identity: { ...identity, kind: 'synthetic' as const } };
  expect(await mixSynthetic(synthetic, options)).toBe(synthetic);
});

test('refuses images of anything but digits', async () => {
  const classes = ['T-shirt', 'trousers', 'pullover', 'dress'];
  await expect(
    mixSynthetic({ training, identity: { ...identity, title: 'Fashion', classes } }, options),
  ).rejects.toThrow(
    'Option --synthetic-images: expected images of the digits 0 to 9, got the classes T-shirt, trousers, pullover ... in Fashion. Use --synthetic-images 0, or another recipe.',
  );
});
