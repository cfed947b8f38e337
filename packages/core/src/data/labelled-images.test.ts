import { expect, test } from 'vitest';
import { createLabelledImages, selectImages } from './labelled-images.js';

/** Three images of 1x2 pixels. */
const images = createLabelledImages({
  pixels: Uint8Array.of(10, 11, 20, 21, 30, 31),
  labels: Uint8Array.of(1, 2, 9),
  height: 1,
  width: 2,
});

test('counts the images and takes ten classes for granted', () => {
  expect(images).toMatchObject({ count: 3, height: 1, width: 2, classCount: 10 });
});

test('selects in the given order, with repeats, as a copy', () => {
  const selected = selectImages(images, [2, 0, 2]);
  expect([...selected.pixels]).toEqual([30, 31, 10, 11, 30, 31]);
  expect([...selected.labels]).toEqual([9, 1, 9]);
  expect(selected.count).toBe(3);
  selected.pixels.fill(0);
  expect(images.pixels[4]).toBe(30);
});

test('selects no image', () => {
  expect(selectImages(images, [])).toMatchObject({ count: 0, pixels: new Uint8Array() });
});

test.each([
  [
    { pixels: new Uint8Array(5), labels: new Uint8Array(3) },
    'Labelled images: expected 6 pixels for 3 labels and images of 1x2, got 5. Images and labels must come from the same set.',
  ],
  [
    { pixels: new Uint8Array(4), labels: Uint8Array.of(3, 10) },
    'Labelled images: expected labels from 0 to 9, got 10 for image 1.',
  ],
  [
    { pixels: new Uint8Array(2), labels: Uint8Array.of(2), classCount: 2 },
    'Labelled images: expected labels from 0 to 1, got 2 for image 0.',
  ],
])('refuses %j', (fields, message) => {
  expect(() => createLabelledImages({ ...fields, height: 1, width: 2 })).toThrow(message);
});
