import { classicLenet5, lenetReport } from '@lenet/core';
import { expect, test } from 'vitest';
import { fitImages } from './fit-images.js';

test("puts LeNet-5's border around 28x28", () => {
  const images = { pixels: new Uint8Array(784).fill(9), count: 1, height: 28, width: 28 };
  const fitted = fitImages(classicLenet5, images);
  expect(fitted).toMatchObject({ count: 1, height: 32, width: 32 });
  expect([fitted.pixels[2 * 32 + 1], fitted.pixels[2 * 32 + 2]]).toEqual([0, 9]);
});

test('leaves every other size as it is', () => {
  const images = { pixels: new Uint8Array(400), count: 1, height: 20, width: 20 };
  expect(fitImages(lenetReport, images)).toBe(images);
});
