import { expect, test } from 'vitest';
import { imagePictures, signedPictures, valuePictures } from './pictures.js';

test('images become 16 steps of ink, in the order asked for', () => {
  const images = { pixels: Uint8Array.of(0, 255, 17, 128), count: 2, height: 1, width: 2 };
  const { levels, count, palette } = imagePictures(images, [1, 0]);
  expect([...levels]).toEqual([1, 8, 0, 15]);
  expect(count).toBe(2);
  expect(palette[0][3]).toBe(0);
  expect(palette[15]).toEqual([16, 30, 54, 255]);
});

test('values are drawn from the smallest to the largest of all pictures', () => {
  const { levels, count } = valuePictures(Float32Array.of(-1, 2, 0.5, 1), 1, 2);
  expect([...levels]).toEqual([0, 15, 8, 10]);
  expect(count).toBe(2);
});

test('weights are blue below zero and orange above, on one scale', () => {
  const { levels, palette } = signedPictures(Float32Array.of(-2, 0, 1, 2), 2, 2);
  const colours = Array.from(levels, (level) => palette[level]);
  expect(colours).toEqual([
    [20, 92, 178, 255],
    [190, 84, 16, 0],
    [190, 84, 16, 136],
    [190, 84, 16, 255],
  ]);
});

test('values that are all the same are drawn without dividing by zero', () => {
  expect([...valuePictures(Float32Array.of(3, 3), 1, 2).levels]).toEqual([0, 0]);
  expect([...signedPictures(Float32Array.of(0, 0), 1, 2).levels]).toEqual([15, 15]);
});
