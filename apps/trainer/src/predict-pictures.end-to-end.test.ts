// Runs the built command on one digit as many kinds of files, and on numbers.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createKeyedRandom } from '@lenet/core';
import { generateDigits } from '@lenet/core/synthetic';
import sharp, { type Sharp } from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runLenet } from './testing/run-lenet.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lenet-kinds-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const SIDE = 160;
const digits = generateDigits({ count: 20, seed: 3, size: SIDE });
const labelled = [2, 5].map((label) => digits.labels.indexOf(label));

type Colour = readonly [red: number, green: number, blue: number, alpha: number];
const white: Colour = [255, 255, 255, 255];
const black: Colour = [0, 0, 0, 255];

/** A generated digit in colours. */
function drawing(index: number, paper: Colour, ink: Colour): Sharp {
  const pixels = digits.pixels.subarray(index * SIDE * SIDE, (index + 1) * SIDE * SIDE);
  const colours = Uint8Array.from({ length: pixels.length * 4 }, (_, byte) => {
    const share = pixels[byte >> 2] / 255;
    return Math.round(paper[byte % 4] * (1 - share) + ink[byte % 4] * share);
  });
  return sharp(colours, { raw: { width: SIDE, height: SIDE, channels: 4 } });
}
const plain = (index: number) => drawing(index, white, black);
const squeezed = (index: number, side: number) => async () => {
  const small = await plain(index).flatten().resize(side, side).png().toBuffer();
  return sharp(small);
};
const framed = (index: number, width: number, colour: string) => {
  const edges = { top: width, bottom: width, left: width, right: width };
  return plain(index)
    .flatten()
    .extend({ ...edges, background: colour });
};

/** Each kind of file, of one digit. */
const kinds: Record<string, (index: number) => Sharp | Promise<Sharp>> = {
  'plain.png': (index) => plain(index).png(),
  'grey.png': (index) => plain(index).flatten().toColourspace('b-w').png(),
  'grey-alpha.png': (index) => drawing(index, [0, 0, 0, 0], black).toColourspace('b-w').png(),
  'grey-16-bits.png': (index) => plain(index).flatten().toColourspace('grey16').png(),
  'colours-16-bits.png': (index) => plain(index).toColourspace('rgb16').png(),
  'palette.png': (index) => plain(index).flatten().png({ palette: true, colours: 4 }),
  'interlaced.png': (index) => plain(index).png({ progressive: true }),
  'transparent.png': (index) => drawing(index, [255, 255, 255, 0], black).png(),
  'white-on-transparent.png': (index) => drawing(index, [0, 0, 0, 0], white).png(),
  'light-on-dark.png': (index) => drawing(index, black, white).png(),
  'yellow-paper.png': (index) => drawing(index, [250, 230, 120, 255], [20, 20, 90, 255]).png(),
  'red-paper.png': (index) => drawing(index, [200, 40, 40, 255], black).png(),
  'green-board.png': (index) => drawing(index, [30, 80, 60, 255], [235, 235, 225, 255]).png(),
  'blue-paper.png': (index) => drawing(index, [20, 20, 255, 255], black).png(),
  'jpeg.jpg': (index) => plain(index).flatten().jpeg({ quality: 70 }),
  'lossy.webp': (index) => plain(index).flatten().webp({ quality: 70 }),
  'wide-margin.png': (index) => framed(index, 500, 'white').png(),
  'frame.png': (index) => framed(index, 3, 'black').png(),
  'frame-and-margin.png': async (index) => {
    const inner = await framed(index, 3, '#404040').png().toBuffer();
    return sharp(inner).extend({ top: 12, bottom: 12, left: 12, right: 12, background: 'white' }).png();
  },
  'huge.png': (index) => plain(index).flatten().resize(3000, 3000, { kernel: 'linear' }).png(),
  '28.png': (index) => plain(index).flatten().resize(28, 28).png(),
  '16-enlarged.png': async (index) =>
    (await squeezed(index, 16)()).resize(128, 128, { kernel: 'linear' }).png(),
  '16-enlarged-nearest.png': async (index) =>
    (await squeezed(index, 16)()).resize(144, 144, { kernel: 'nearest' }).png(),
};

test('one digit is read the same in every kind of file', async () => {
  for (const index of labelled) {
    mkdirSync(join(folder, `${index}`));
    for (const [name, make] of Object.entries(kinds)) {
      await (await make(index)).toFile(join(folder, `${index}`, name));
    }
    const { status, stdout } = await runLenet(['predict', '--json', '--quiet', join(folder, `${index}`)]);
    expect(status).toBe(0);
    const answers = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(answers).toHaveLength(Object.keys(kinds).length);
    const wrong = answers.filter(({ digit }) => digit !== digits.labels[index]).map(({ file }) => file);
    expect(wrong).toEqual([]);
  }
}, 120_000);

/** Digits in a row on ruled paper. */
async function row(name: string, indices: readonly number[]): Promise<string> {
  const random = createKeyedRandom({ seed: 1, purpose: 'predict-pictures.test' });
  const width = SIDE * indices.length;
  const grey = Uint8Array.from({ length: width * SIDE }, (_, pixel) => {
    const [x, y] = [pixel % width, Math.floor(pixel / width)];
    const digit = indices[Math.floor(x / SIDE)];
    const ink = digits.pixels[digit * SIDE * SIDE + y * SIDE + (x % SIDE)] / 255;
    const paper = 230 * (y % 32 < 2 ? 0.8 : 1);
    return Math.round(paper * (1 - 0.8 * ink) + 4 * random.nextUniform());
  });
  const path = join(folder, name);
  await sharp(grey, { raw: { width, height: SIDE, channels: 1 } })
    .png()
    .toFile(path);
  return path;
}

test('--several reads a number on ruled paper, with the boxes of its digits', async () => {
  const indices = [...labelled, labelled[0]];
  const path = await row('number.png', indices);
  const { status, stdout } = await runLenet(['predict', '--several', '--json', '--quiet', path]);
  expect(status).toBe(0);
  const answers = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(answers.map(({ index, digit }) => [index, digit])).toEqual(
    indices.map((digit, index) => [index, digits.labels[digit]]),
  );
  for (const [index, { box }] of answers.entries()) {
    expect(box.left).toBeGreaterThanOrEqual(index * SIDE);
    expect(box.right).toBeLessThanOrEqual((index + 1) * SIDE);
  }
}, 60_000);

test('--several says "blank" once where there is no ink', async () => {
  const path = join(folder, 'empty.png');
  await sharp({ create: { width: 64, height: 64, channels: 3, background: 'white' } })
    .png()
    .toFile(path);
  const { stdout } = await runLenet(['predict', '--several', '--quiet', path]);
  expect(stdout).toBe(`-     blank  ${path}[0]\n`);
}, 60_000);
