import sharp from 'sharp';
import { expect, test } from 'vitest';
import { pngGrid } from './png-grid.js';

test('puts images in rows with a gap around each, enlarged by a whole number', async () => {
  const image = (grey: number) => ({ pixels: Uint8Array.of(grey, 255), height: 1, width: 2 });
  const png = await pngGrid([image(10), image(20), image(30)], 2);
  const { data, info } = await sharp(png).toColourspace('b-w').raw().toBuffer({ resolveWithObject: true });
  // 2x1 pixels become 112x56; 8 pixels between and around them.
  expect([info.width, info.height, info.channels]).toEqual([2 * 112 + 3 * 8, 2 * 56 + 3 * 8, 1]);
  const at = (x: number, y: number) => data[y * info.width + x];
  expect([at(7, 8), at(8, 8), at(63, 63), at(64, 8), at(119, 8), at(120, 8)]).toEqual([
    96, 10, 10, 255, 255, 96,
  ]);
  expect([at(128, 8), at(8, 72), at(128, 72)]).toEqual([20, 30, 96]);
});
