import { expect, test } from 'vitest';
import { collectEvents, fakeImages, fakeLearner } from '../training/testing/fake-learner.js';
import { batches } from './batches.js';
import { createLabelledImages } from './labelled-images.js';

const images = createLabelledImages({
  pixels: Uint8Array.of(10, 11, 20, 21, 30, 31, 40, 41, 50, 51),
  labels: Uint8Array.of(1, 2, 3, 4, 5),
  height: 1,
  width: 2,
});

test('goes through a set in its order; the last batch may be smaller', () => {
  const [first, second, third, ...more] = batches(images, { batchSize: 2 });
  expect(first).toEqual({
    pixels: Uint8Array.of(10, 11, 20, 21),
    labels: Uint8Array.of(1, 2),
    indices: Uint32Array.of(0, 1),
    count: 2,
    height: 1,
    width: 2,
    classCount: 10,
  });
  expect([...second.indices]).toEqual([2, 3]);
  expect([...third.pixels]).toEqual([50, 51]);
  expect(more).toEqual([]);
});

test('leaves out a smaller last batch where asked', () => {
  const counts = (batchSize: number) =>
    [...batches(images, { batchSize, dropLast: true })].map((batch) => batch.count);
  expect([counts(2), counts(5), counts(6)]).toEqual([[2, 2], [5], []]);
});

test('shuffles as training does', async () => {
  const set = fakeImages(9);
  const { learner, requests } = fakeLearner();
  await collectEvents(learner, { training: set, epochs: 2, batchSize: 4, seed: 7 });
  const indices = [1, 2].flatMap((epoch) =>
    [...batches(set, { batchSize: 4, seed: 7, epoch })].map((batch) => batch.indices),
  );
  expect(indices).toEqual(requests.map((request) => request.indices));
  expect(new Set(indices.map(String)).size).toBe(6);
});

test.each([
  [{ batchSize: 0 }, 'Argument "batchSize": expected a whole number of 1 or more, got 0.'],
  [{ seed: -1 }, 'Argument "seed": expected a whole number from 0 to 4294967295, got -1.'],
  [{ epoch: 0 }, 'Argument "epoch": expected a whole number from 1 to 4294967295, got 0.'],
])('refuses %j', (options, message) => {
  expect(() => [...batches(images, options)]).toThrow(message);
});
