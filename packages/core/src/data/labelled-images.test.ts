import { expect, test } from 'vitest';
import { countsPerClass, createLabelledImages, selectImages } from './labelled-images.js';

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

test('counts the images of each class', () => {
  expect(countsPerClass(images)).toEqual([0, 1, 1, 0, 0, 0, 0, 0, 0, 1]);
  expect(countsPerClass(selectImages(images, [1, 0, 1]))).toEqual([0, 1, 2, 0, 0, 0, 0, 0, 0, 0]);
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
  [
    { pixels: new Uint8Array(), labels: new Uint8Array(), height: 0 },
    'Argument "height": expected a whole number of 1 or more, got 0.',
  ],
  [
    { pixels: new Uint8Array(), labels: new Uint8Array(), width: 1.5 },
    'Argument "width": expected a whole number of 1 or more, got 1.5.',
  ],
  [
    { pixels: new Uint8Array(), labels: new Uint8Array(), classCount: 257 },
    'Argument "classCount": expected a whole number from 1 to 256, got 257.',
  ],
])('refuses %j', (fields, message) => {
  expect(() => createLabelledImages({ height: 1, width: 2, ...fields })).toThrow(message);
});

test.each([3, -1, 0.5])('refuses to select image %d of three', (index) => {
  expect(() => selectImages(images, [0, index])).toThrow(
    `Argument "indices[1]": expected a whole number from 0 to 2, got ${index}.`,
  );
});
