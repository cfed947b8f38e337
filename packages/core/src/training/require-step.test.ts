import { expect, test } from 'vitest';
import { lenetReport } from '../architecture/lenet-report.js';
import { createLabelledImages } from '../data/labelled-images.js';
import { requireStep } from './require-step.js';
import { requireTrainingImages } from './require-training-images.js';

const images = createLabelledImages({
  pixels: new Uint8Array(3 * 784),
  labels: Uint8Array.of(1, 2, 3),
  height: 28,
  width: 28,
});
const step = { indices: Uint32Array.of(2, 0, 2), learningRate: 0, epoch: 1 };

test('a step of any of the images at a rate of 0 or more is right', () => {
  expect(() => requireStep(step, images)).not.toThrow();
});

test.each([
  [{}, undefined, 'Learner: no images to train on. Call load with images before the first step.'],
  [
    {},
    { ...images, count: 0 },
    'Learner: no images to train on. Call load with images before the first step.',
  ],
  [{ indices: new Uint32Array(0) }, images, 'Learner: expected one image or more in a step, got none.'],
  [
    { indices: Uint32Array.of(0, 3) },
    images,
    'Argument "indices": expected a whole number from 0 to 2, got 3.',
  ],
  [{ learningRate: Number.NaN }, images, 'Argument "learningRate": expected a number of 0 or more, got NaN.'],
  [{ learningRate: -1 }, images, 'Argument "learningRate": expected a number of 0 or more, got -1.'],
])('a step that cannot be is refused: %j', (change, loaded, message) => {
  expect(() => requireStep({ ...step, ...change }, loaded)).toThrow(message);
});

test('labels that are not those of the images are refused', () => {
  expect(() => requireTrainingImages({ ...images, labels: Uint8Array.of(1, 2) }, lenetReport)).toThrow(
    'Network "lenet-report": expected 3 labels from 0 to 9, got 2 labels up to 2. Make the images with createLabelledImages.',
  );
  expect(() => requireTrainingImages({ ...images, labels: Uint8Array.of(1, 10, 2) }, lenetReport)).toThrow(
    'Network "lenet-report": expected 3 labels from 0 to 9, got 3 labels up to 10. Make the images with createLabelledImages.',
  );
});
