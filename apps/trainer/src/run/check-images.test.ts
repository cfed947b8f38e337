import { createLabelledImages, lenetReport } from '@lenet/core';
import { expect, test } from 'vitest';
import { checkImages } from './check-images.js';
import { resolveConfig } from './run-config.js';

const images = (count: number, size = 28) =>
  createLabelledImages({
    pixels: new Uint8Array(count * size * size),
    labels: new Uint8Array(count),
    height: size,
    width: size,
  });
const config = resolveConfig({ recipe: 'lenet-report', data: './small', backend: 'auto' });

test('takes images of the size of the network', () => {
  expect(() => checkImages(lenetReport, config, { training: images(2), test: images(1) })).not.toThrow();
});

test('refuses images of another size', () => {
  expect(() => checkImages(lenetReport, config, { training: images(2), test: images(1, 20) })).toThrow(
    'Data "./small": expected test images of 28x28 pixels for lenet-report, got 20x20. Scale them first, or use other data.',
  );
});

test('refuses more classes than the network tells apart', () => {
  const more = { ...images(2), classCount: 12 };
  expect(() => checkImages(lenetReport, config, { training: more, test: more })).toThrow(
    'Data "./small": expected images of 10 classes for lenet-report, got 12. Leave classes out, or use other data.',
  );
});

test('refuses a validation set that leaves no image to train on', () => {
  const greedy = { ...config, validationImages: 2 };
  expect(() => checkImages(lenetReport, greedy, { training: images(2), test: images(1) })).toThrow(
    'Option --validation-images: expected fewer than the 2 training images, got 2. Give a smaller number; 0 trains without validation.',
  );
});
