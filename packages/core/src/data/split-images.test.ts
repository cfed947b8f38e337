import { expect, test } from 'vitest';
import { countsPerClass, createLabelledImages } from './labelled-images.js';
import { splitImages } from './split-images.js';

/** 20 images of one pixel, whose grey level is their position. */
const images = createLabelledImages({
  pixels: Uint8Array.from({ length: 20 }, (_, index) => index),
  labels: Uint8Array.from({ length: 20 }, (_, index) => index % 10),
  height: 1,
  width: 1,
});

test('every image is in one of the two parts, in its order', () => {
  const { training, heldOut, trainingIndices, heldOutIndices } = splitImages(images, { holdOut: 5, seed: 1 });
  expect([training.count, heldOut.count]).toEqual([15, 5]);
  expect([...training.pixels]).toEqual([...trainingIndices]);
  expect([...heldOut.pixels]).toEqual([...heldOutIndices]);
  expect([...trainingIndices]).toEqual([...trainingIndices].sort((a, b) => a - b));
  expect([...heldOutIndices]).toEqual([...heldOutIndices].sort((a, b) => a - b));
  expect([...trainingIndices, ...heldOutIndices].sort((a, b) => a - b)).toEqual([...images.pixels]);
  expect([...heldOut.labels]).toEqual([...heldOutIndices].map((index) => index % 10));
});

test('in place, the parts are the same, and those to train on stay in the memory of the whole', () => {
  const pixels = Uint8Array.from({ length: 40 }, (_, index) => index);
  const labels = images.labels.slice();
  const whole = createLabelledImages({ pixels, labels, height: 1, width: 2 });
  const copied = splitImages(whole, { holdOut: 5, seed: 1 });
  const moved = splitImages(whole, { holdOut: 5, seed: 1, inPlace: true });
  expect(moved).toEqual(copied);
  expect(moved.training.pixels.buffer).toBe(pixels.buffer);
  expect(moved.training.labels.buffer).toBe(labels.buffer);
  expect(copied.training.pixels.buffer).not.toBe(pixels.buffer);
});

test('the images held out depend on the seed alone', () => {
  const heldOut = (seed: number) => splitImages(images, { holdOut: 5, seed }).heldOutIndices.join(' ');
  expect(heldOut(1)).toBe('1 3 9 10 18');
  expect(new Set([1, 2, 3, 4].map(heldOut)).size).toBe(4);
});

/** 7, 2 and 3 images of three classes, one pixel each, whose grey level is their position. */
const uneven = createLabelledImages({
  pixels: Uint8Array.from({ length: 12 }, (_, index) => index),
  labels: Uint8Array.of(0, 1, 0, 2, 0, 0, 2, 0, 0, 1, 2, 0),
  height: 1,
  width: 1,
  classCount: 3,
});

test.each([
  // 6 of 12: 3.5, 1, 1.5; the one image that is missing goes to the lower of the equal remainders.
  [6, [4, 1, 1]],
  // 4 of 12: 2.33, 0.67, 1.
  [4, [2, 1, 1]],
  // 11 of 12: 6.42, 1.83, 2.75.
  [11, [6, 2, 3]],
  [0, [0, 0, 0]],
])('stratified, %d held out of 7, 2 and 3 are %j', (holdOut, counts) => {
  const { training, heldOut, trainingIndices, heldOutIndices } = splitImages(uneven, {
    holdOut,
    seed: 1,
    stratified: true,
  });
  expect(countsPerClass(heldOut)).toEqual(counts);
  expect([...heldOut.pixels]).toEqual([...heldOutIndices]);
  expect([...training.pixels]).toEqual([...trainingIndices]);
  expect([...trainingIndices, ...heldOutIndices].sort((a, b) => a - b)).toEqual([...uneven.pixels]);
});

test('the images held out by class depend on the seed', () => {
  const heldOut = (seed: number) =>
    splitImages(uneven, { holdOut: 4, seed, stratified: true }).heldOutIndices.join(' ');
  expect(heldOut(1)).toBe(heldOut(1));
  expect(new Set([1, 2, 3, 4, 5, 6].map(heldOut)).size).toBeGreaterThan(3);
});

test('may hold out no image', () => {
  const { training, heldOut } = splitImages(images, { holdOut: 0, seed: 1 });
  expect([training.count, heldOut.count]).toEqual([20, 0]);
});

test.each([-1, 20, 2.5])('refuses to hold out %d of 20', (holdOut) => {
  expect(() => splitImages(images, { holdOut, seed: 1 })).toThrow(
    `Argument "holdOut": expected a whole number from 0 to 19, got ${holdOut}.`,
  );
});

test.each([-1, 2 ** 32, 0.5])('refuses the seed %d', (seed) => {
  expect(() => splitImages(images, { holdOut: 5, seed })).toThrow(
    `Argument "seed": expected a whole number from 0 to 4294967295, got ${seed}.`,
  );
});
