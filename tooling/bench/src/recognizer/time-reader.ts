// A process in which one contestant reads digits, once its bytes have arrived. Prints what it took, as JSON.
// node time-reader.ts SCRIPT FOLDER
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { generateDigits } from '@lenet/core/synthetic';
import { median } from '../peers/statistics.ts';
import type { OpenReader, RgbaPicture } from './readers/reader.ts';

const LATER_COUNT = 1000;
const [script, folder] = process.argv.slice(2);
const files = new Map(
  readdirSync(folder)
    .filter((name) => name !== 'reader.mjs')
    .map((name) => [name, new Uint8Array(readFileSync(join(folder, name)))]),
);
const { pixels, labels } = generateDigits({ count: 10, seed: 1, split: 'test' });
const pictures = Array.from(labels, (_, index) => onPaper(pixels.subarray(index * 784, (index + 1) * 784)));

const start = performance.now();
const { open } = (await import(pathToFileURL(script).href)) as { open: OpenReader };
const read = await open(files, folder);
const digits = [await read(pictures[0])];
const firstMs = performance.now() - start;
for (const picture of pictures.slice(1)) digits.push(await read(picture));
const laterMs: number[] = [];
for (let count = 0; count < LATER_COUNT; count++) {
  const before = performance.now();
  await read(pictures[count % pictures.length]);
  laterMs.push(performance.now() - before);
}
process.stdout.write(JSON.stringify({ firstMs, laterMs: median(laterMs), digits }), () => process.exit());

/** Black on white, 28x28 RGBA. */
function onPaper(ink: Uint8Array): RgbaPicture {
  const data = new Uint8Array(28 * 28 * 4).fill(255);
  for (const [pixel, value] of ink.entries()) data.fill(255 - value, 4 * pixel, 4 * pixel + 3);
  return { data, width: 28, height: 28 };
}
