import sharp from 'sharp';
import { expect, test } from 'vitest';
import { encodePalettePng, type PaletteColour } from './encode-palette-png.js';

/** As libvips reads it: `[height, width, 4]` */
async function decode(png: Uint8Array) {
  const { data, info } = await sharp(png).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return { size: [info.height, info.width], pixels: Array.from(data) };
}

test('up to 16 colours take half a byte a pixel, in rows of an odd width as well', async () => {
  const palette: PaletteColour[] = [
    [10, 20, 30, 0],
    [40, 50, 60, 128],
    [70, 80, 90, 255],
  ];
  const levels = Uint8Array.of(0, 1, 2, 2, 1, 0);
  const { size, pixels } = await decode(encodePalettePng({ levels, height: 2, width: 3 }, palette));
  expect(size).toEqual([2, 3]);
  expect(pixels).toEqual([...levels].flatMap((level) => [...palette[level]]));
});

test('more colours take a byte a pixel', async () => {
  const palette = Array.from({ length: 256 }, (_, level): PaletteColour => [level, 255 - level, 7, 255]);
  const levels = Uint8Array.from({ length: 256 }, (_, level) => level);
  const { size, pixels } = await decode(encodePalettePng({ levels, height: 16, width: 16 }, palette));
  expect(size).toEqual([16, 16]);
  expect(pixels).toEqual(palette.flatMap((colour) => [...colour]));
});
