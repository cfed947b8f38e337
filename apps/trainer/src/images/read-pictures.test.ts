import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { encodeIdx } from '@lenet/core';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DigitPicture, PictureOptions } from './digit-picture.js';
import { listFiles } from './list-files.js';
import { readPictures as openPictures } from './read-pictures.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lenet-pictures-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const asTheyCome = { asIs: false, several: false, normalizeIdx: false };

/** All pictures of a file, those of IDX files too. */
async function readPictures(file: string, options: PictureOptions): Promise<DigitPicture[]> {
  const opened = await openPictures(file, options);
  if (opened.kind === 'digit') return [opened.picture];
  const read: DigitPicture[] = [];
  if (opened.kind === 'batches') for await (const batch of opened.batches) read.push(...batch);
  return read;
}

async function collect<Value>(values: AsyncIterable<Value>): Promise<Value[]> {
  const collected: Value[] = [];
  for await (const value of values) collected.push(value);
  return collected;
}

/** Writes a file and gives its path. */
function put(name: string, content: Uint8Array | string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** A picture of 40x60 with a bar of 10x40 in it, in colours `[red, green, blue, alpha]`. */
function bar(paper: number[], ink: number[]) {
  const colours = Buffer.alloc(40 * 60 * 4);
  for (let pixel = 0; pixel < 40 * 60; pixel++) {
    const [row, column] = [Math.floor(pixel / 40), pixel % 40];
    const isInk = row >= 5 && row < 45 && column >= 20 && column < 30;
    colours.set(isInk ? ink : paper, pixel * 4);
  }
  return sharp(colours, { raw: { width: 40, height: 60, channels: 4 } });
}

/** 5 x 20 pixels around row and column 14: their middle, 11.5 to 12 columns from the left, is at 14. */
const normalizedBar = Uint8Array.from({ length: 784 }, (_, pixel) => {
  const [row, column] = [Math.floor(pixel / 28), pixel % 28];
  return row >= 5 && row < 25 && column >= 12 && column < 17 ? 255 : 0;
});

const [black, white, clear] = [
  [0, 0, 0, 255],
  [255, 255, 255, 255],
  [255, 255, 255, 0],
];
test.each([
  ['dark on light PNG', () => bar(white, black).png()],
  ['light on dark PNG', () => bar(black, white).png()],
  ['PNG with a transparent background', () => bar(clear, black).png()],
  ['grey PNG of 16 bits', () => bar(white, black).toColourspace('grey16').png()],
  ['PNG with a palette', () => bar(white, black).png({ palette: true })],
  ['lossless WebP', () => bar(white, black).webp({ lossless: true })],
])('normalises a %s', async (name, picture) => {
  const file = put(`${name}.png`, await picture().toBuffer());
  const [{ pixels, ...rest }] = await readPictures(file, asTheyCome);
  expect(rest).toEqual({ file });
  expect(pixels).toEqual(normalizedBar);
});

test('normalises a JPEG, nearly as what it was made from', async () => {
  const file = put('bar.jpg', await bar(white, black).jpeg({ quality: 90 }).toBuffer());
  const [{ pixels }] = await readPictures(file, asTheyCome);
  const difference = pixels.reduce((sum, value, index) => sum + Math.abs(value - normalizedBar[index]), 0);
  expect(difference / normalizedBar.length).toBeLessThan(3);
});

test('turns a picture as its camera says', async () => {
  // Turned to the left by hand, so that orientation 6 (turn to the right) puts it upright again.
  const turned = await bar(white, black).rotate(270).png().toBuffer();
  const file = put(
    'turned.webp',
    await sharp(turned).withMetadata({ orientation: 6 }).webp({ lossless: true }).toBuffer(),
  );
  const [{ pixels }] = await readPictures(file, asTheyCome);
  expect(pixels).toEqual(normalizedBar);
});

test('an empty picture is all background', async () => {
  const file = put('empty page.png', await bar(white, white).png().toBuffer());
  const [{ pixels }] = await readPictures(file, asTheyCome);
  expect(pixels).toEqual(new Uint8Array(784));
});

const grey = Uint8Array.from({ length: 784 }, (_, index) => index % 256);

test('takes a picture of 28x28 as it is', async () => {
  const png = await sharp(grey, { raw: { width: 28, height: 28, channels: 1 } })
    .png()
    .toBuffer();
  const [{ pixels }] = await readPictures(put('grey.png', png), {
    asIs: true,
    several: false,
    normalizeIdx: false,
  });
  expect(pixels).toEqual(grey);
});

test('takes IDX images as they are, gzip or not, and normalises them where asked', async () => {
  const idx = encodeIdx({ dimensions: [2, 28, 28], values: Uint8Array.of(...grey, ...normalizedBar) });
  for (const file of [put('two', idx), put('two.gz', gzipSync(idx))]) {
    expect(await readPictures(file, asTheyCome)).toEqual([
      { file, index: 0, pixels: grey },
      { file, index: 1, pixels: normalizedBar },
    ]);
  }
  const corner = new Uint8Array(40 * 40);
  for (let row = 0; row < 40; row++) corner.fill(255, row * 40, row * 40 + 10);
  const large = put('large', encodeIdx({ dimensions: [1, 40, 40], values: corner }));
  const [{ pixels }] = await readPictures(large, { asIs: false, several: false, normalizeIdx: true });
  expect(pixels).toEqual(normalizedBar);
  await expect(readPictures(large, asTheyCome)).rejects.toThrow(
    `"${large}": expected IDX images of 28x28, got 40x40. Let them be normalised with --normalize.`,
  );
});

test.each<[string, () => Promise<string> | string, string]>([
  ['missing', () => join(folder, 'none.png'), 'there is no such file. Check the path.'],
  ['a folder', () => folder, 'expected a file, got a folder. Check the path.'],
  ['empty', () => put('empty.png', ''), 'expected a picture, got no bytes. Check the file.'],
  [
    'labels',
    () => put('labels', encodeIdx({ dimensions: [3], values: Uint8Array.of(1, 2, 3) })),
    'expected IDX images [count, height, width], got labels [3]. Give the file of the images.',
  ],
  [
    'of another format',
    async () => put('bar.gif', await bar(white, black).gif().toBuffer()),
    'expected a PNG, JPEG, WebP or IDX file (its format is GIF). Check the file, or convert it.',
  ],
])('a file that is %s', async (_, make, message) => {
  const file = await make();
  await expect(readPictures(file, asTheyCome)).rejects.toThrow(`"${file}": ${message}`);
});

test('a picture that is cut short', async () => {
  const png = await bar(white, black).png().toBuffer();
  const file = put('cut.png', png.subarray(0, png.length - 40));
  await expect(readPictures(file, asTheyCome)).rejects.toThrow(
    /^".*cut\.png": expected a PNG, JPEG, WebP or IDX file \(.+\)\. Check the file, or convert it\.$/,
  );
});

test('a picture of another size is not taken as it is', async () => {
  const file = put('size.png', await bar(white, black).png().toBuffer());
  await expect(readPictures(file, { asIs: true, several: false, normalizeIdx: false })).rejects.toThrow(
    `"${file}": expected 28x28 pixels, got 40x60. Leave --as-is away, so that it is normalised.`,
  );
});

test('a folder stands for the pictures in it and in its folders, by name', async () => {
  const inner = join(folder, 'listed', 'inner');
  mkdirSync(inner, { recursive: true });
  const names = ['b.PNG', 'a.jpeg', 'labels-idx1-ubyte.gz', 'notes.txt', 'inner/t10k-images-idx3-ubyte.gz'];
  for (const name of names) put(join('listed', name), '');
  const list = join(folder, 'listed');
  expect(await collect(listFiles(list))).toEqual(
    ['a.jpeg', 'b.PNG', 'inner/t10k-images-idx3-ubyte.gz'].map((name) => ({ file: join(list, name) })),
  );
  rmSync(join(inner, 't10k-images-idx3-ubyte.gz'));
  const [{ problem }] = await collect(listFiles(inner));
  expect(problem?.message).toBe(
    `"${inner}": expected a folder with PNG, JPEG, WebP or IDX image files, found none. Check the path.`,
  );
  expect(await collect(listFiles('-'))).toEqual([{ file: '-' }]);
});
