// How well pictures of digits are read, by where they come from: drawn with pens of all widths, scanned at few dots,
// photographed on lined paper, several in a row. Writes docs/recognition.md.
//
// How to run: pnpm run bench:pictures [--model FOLDER] [--count 300] [--only pens,scans,photographs,numbers]
// LENET_DATA_DIR names the folder of MNIST, for the scans: images of its test set.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createKeyedRandom, readLabelledImages } from '@lenet/core';
import { inkFromRgba, normalizeDigit, segmentDigits } from '@lenet/core/images';
import { loadModelFolder } from '@lenet/core/models';
import { generateStrokes } from '@lenet/core/synthetic';
import { createClassifier } from '@lenet/engine';
import { markdownTable } from '../markdown-table.ts';
import { replaceSection } from '../replace-section.ts';
import { blurGrey, boxOf, cropGrey, enlargeGrey, shrinkGrey } from './change-grey.ts';
import { drawStrokes, type Grey, placeStrokes } from './draw-strokes.ts';
import { writeNumber } from './numbers.ts';
import { normal, papers, pens, photograph } from './photograph.ts';

const root = new URL('../../../../', import.meta.url);
const { values: options } = parseArgs({
  options: {
    model: { type: 'string' },
    count: { type: 'string', default: '300' },
    only: { type: 'string', default: 'pens,scans,photographs,numbers' },
    'dry-run': { type: 'boolean', default: false },
  },
});
const count = Number(options.count);
const folder = options.model ?? new URL('packages/model-artifacts/models/lenet-report/', root).pathname;
const SEED = 11;

const { manifest, architecture, weights } = await loadModelFolder(
  async (name) => new Uint8Array(readFileSync(join(folder, name))),
);
const classifier = await createClassifier(architecture, weights);

/** Shares of pictures read right, as text. */
type Row = readonly [name: string, ...shares: string[]];

/** The most probable digit of each; -1 where no ink was found. */
async function classify(digits: readonly (Uint8Array | null)[]): Promise<number[]> {
  const pixels = new Uint8Array(digits.length * 784);
  for (const [index, digit] of digits.entries()) if (digit) pixels.set(digit, index * 784);
  const logits = await classifier.classify({ pixels, count: digits.length, height: 28, width: 28 });
  return digits.map((digit, index) => {
    if (!digit) return -1;
    const own = [...logits.subarray(index * 10, index * 10 + 10)];
    return own.indexOf(Math.max(...own));
  });
}

const polarities = ['dark on light', 'light on dark'] as const;
type Polarity = (typeof polarities)[number];

/** Bytes of a drawing or scan. */
function toGrey({ pixels }: Grey, polarity: Polarity, noise = 0, item = 0): Uint8Array {
  const random = createKeyedRandom({ seed: SEED, purpose: 'noise', item });
  return Uint8Array.from(pixels, (ink) => {
    const brightness = 255 * (polarity === 'dark on light' ? 1 - ink : ink);
    return Math.max(0, Math.min(255, Math.round(noise ? brightness + noise * normal(random) : brightness)));
  });
}

/** Share read right in both polarities. */
async function rowOf(
  name: string,
  labels: readonly number[],
  make: (index: number) => Grey,
  noise = 0,
): Promise<Row> {
  const shares: string[] = [];
  for (const polarity of polarities) {
    const digits = labels.map((_, index) => {
      const picture = make(index);
      return normalizeDigit(
        inkFromRgba(toGrey(picture, polarity, noise, index), picture.width, picture.height),
      );
    });
    const answers = await classify(digits);
    shares.push(percent(answers.filter((answer, index) => answer === labels[index]).length, labels.length));
  }
  process.stderr.write(`${name}: ${shares.join(', ')}\n`);
  return [name, ...shares];
}

const percent = (part: number, whole: number) => `${((100 * part) / whole).toFixed(1)} %`;

const tableOf = (title: string, rows: readonly Row[], columns: readonly string[]) =>
  markdownTable(
    [[title, ...columns], ...rows.map((row) => [...row])],
    columns.map((_, index) => index + 1),
  );

async function measurePens(): Promise<string> {
  const labels = Array.from({ length: count }, (_, index) => index % 10);
  const draw =
    (pen: number, side = 200, canvas = 280, x = canvas / 2, y = canvas / 2) =>
    (index: number) => {
      const { strokes } = generateStrokes({ digit: labels[index], seed: SEED, item: index, split: 'test' });
      return drawStrokes(placeStrokes(strokes, side - pen, x, y), pen, canvas, canvas);
    };
  const rows: Row[] = [];
  for (const pen of [6, 14, 20, 26, 34, 44]) {
    rows.push(await rowOf(`pen of ${pen} px, digit of 200 px in 280 px`, labels, draw(pen)));
  }
  for (const side of [20, 40, 80, 160, 250]) {
    rows.push(
      await rowOf(
        `digit of ${side} px in 280 px, in a corner`,
        labels,
        draw(side / 9, side, 280, side / 2 + 3, 277 - side / 2),
      ),
    );
  }
  const tight = (index: number) => {
    const picture = draw(24)(index);
    const { left, top, right, bottom } = boxOf(picture);
    return cropGrey(picture, left, top, right, bottom);
  };
  rows.push(await rowOf('cropped to its ink', labels, tight));
  for (const blur of [3, 6, 10]) {
    rows.push(await rowOf(`blurred by ${blur} px`, labels, (index) => blurGrey(draw(24)(index), blur)));
  }
  for (const noise of [8, 20, 40])
    rows.push(await rowOf(`noise of ${noise} grey levels`, labels, draw(24), noise));
  const specks = (index: number) => {
    const picture = draw(24)(index);
    const random = createKeyedRandom({ seed: SEED, purpose: 'specks', item: index });
    for (let speck = 0; speck < 3; speck++) {
      const at = random.nextBelow(276) * 280 + random.nextBelow(276);
      for (let pixel = 0; pixel < 16; pixel++) picture.pixels[at + (pixel >> 2) * 280 + (pixel & 3)] = 1;
    }
    return picture;
  };
  rows.push(await rowOf('three specks of 4 px', labels, specks));
  const frame = (inset: number) => (index: number) => {
    const picture = draw(20, 170)(index);
    for (let place = inset; place < 280 - inset; place++) {
      for (let depth = inset; depth < inset + 4; depth++) {
        for (const at of [
          depth * 280 + place,
          (279 - depth) * 280 + place,
          place * 280 + depth,
          place * 280 + 279 - depth,
        ]) {
          picture.pixels[at] = 1;
        }
      }
    }
    return picture;
  };
  rows.push(await rowOf('a frame at the border', labels, frame(0)));
  rows.push(await rowOf('a frame 8 px within the border', labels, frame(8)));
  return tableOf(`drawn with a pen, ${count} pictures a row`, rows, polarities);
}

async function measureScans(): Promise<string> {
  const data = process.env.LENET_DATA_DIR;
  if (!data) return 'Scans were not measured: LENET_DATA_DIR was not set.';
  const part = (file: string) => new Uint8Array(readFileSync(join(data, file)));
  const { pixels, labels: all } = await readLabelledImages({
    images: part('t10k-images-idx3-ubyte.gz'),
    labels: part('t10k-labels-idx1-ubyte.gz'),
  });
  const labels = [...all.subarray(0, count)];
  const image = (index: number): Grey => ({
    pixels: Float32Array.from(pixels.subarray(index * 784, index * 784 + 784), (value) => value / 255),
    width: 28,
    height: 28,
  });
  /** The square around the digit, and a margin. */
  const square = (index: number, margin: number) => {
    const { left, top, right, bottom } = boxOf(image(index));
    const side = Math.max(right - left, bottom - top) + 2 * margin;
    const [x, y] = [(left + right - side) >> 1, (top + bottom - side) >> 1];
    return enlargeGrey(cropGrey(image(index), x, y, x + side, y + side), 96 / side, 'bilinear');
  };
  const rows = [await rowOf('28x28 as they are', labels, image)];
  for (const side of [8, 12, 16, 32, 64]) {
    for (const [margin, text] of [
      [0, 'to the edges'],
      [3, 'with a margin'],
    ] as const) {
      rows.push(
        await rowOf(`${side}x${side}, ${text}`, labels, (index) =>
          shrinkGrey(square(index, margin), side, side),
        ),
      );
    }
  }
  for (const [side, factor] of [
    [8, 4],
    [8, 16],
    [16, 8],
  ] as const) {
    for (const kind of ['nearest', 'bilinear'] as const) {
      const name = `${side}x${side} enlarged to ${side * factor}x${side * factor}, ${kind}`;
      rows.push(
        await rowOf(name, labels, (index) =>
          enlargeGrey(shrinkGrey(square(index, 0), side, side), factor, kind),
        ),
      );
    }
  }
  for (const side of [60, 140, 400]) {
    const name = `${side}x${side}, blurred by 1 %, noise of 8 grey levels`;
    const scan = (index: number) => blurGrey(enlargeGrey(image(index), side / 28, 'bilinear'), side / 100);
    rows.push(await rowOf(name, labels, scan, 8));
  }
  return tableOf(`scans of MNIST's test images, ${count} a row`, rows, polarities);
}

async function measurePhotographs(): Promise<string> {
  const rows: Row[] = [];
  let right = 0;
  let all = 0;
  for (const paper of papers) {
    const shares: string[] = [];
    for (const pen of pens) {
      const scenes = Array.from({ length: count }, (_, item) => photograph({ paper, pen, seed: SEED, item }));
      const answers = await classify(
        scenes.map(({ grey, side }) => normalizeDigit(inkFromRgba(grey, side, side))),
      );
      const hits = answers.filter((answer, index) => answer === scenes[index].digit).length;
      process.stderr.write(
        `${paper}, ${pen}: ${hits} of ${count}, blank ${answers.filter((a) => a < 0).length}\n`,
      );
      shares.push(percent(hits, count));
      right += hits;
      all += count;
    }
    rows.push([paper, ...shares]);
  }
  const table = tableOf(`photographs, ${count} a cell`, rows, pens);
  return `${table}\n\nOf all ${all}: ${percent(right, all)}.`;
}

async function measureNumbers(): Promise<string> {
  const rows: Row[] = [];
  for (const [name, gaps] of [
    ['apart (gaps of 0.1 to 0.5 of the height)', [0.1, 0.5]],
    ['close (gaps of 0.03 to 0.15)', [0.03, 0.15]],
    ['some touching (gaps of -0.06 to 0.3)', [-0.06, 0.3]],
  ] as const) {
    const shares: string[] = [];
    const total = { apart: 0, separated: 0, right: 0, all: 0 };
    for (const length of [2, 3, 4, 5, 6]) {
      let right = 0;
      for (let item = 0; item < count; item++) {
        const { ink, digits } = writeNumber(length, gaps, SEED, item);
        const segments = segmentDigits(inkFromRgba(toGrey(ink, 'dark on light'), ink.width, ink.height));
        const answers = await classify(segments.map((segment) => normalizeDigit(segment.ink)));
        total.separated += Number(segments.length === digits.length);
        total.all++;
        right += Number(answers.join() === digits.join());
      }
      total.right += right;
      shares.push(percent(right, count));
    }
    process.stderr.write(`${name}: ${shares.join(', ')}; separated ${percent(total.separated, total.all)}\n`);
    rows.push([name, ...shares, percent(total.right, total.all), percent(total.separated, total.all)]);
  }
  const columns = ['2 digits', '3', '4', '5', '6', 'all', 'taken apart right'];
  return tableOf(`whole numbers, ${count} a cell`, rows, columns);
}

const measures = {
  pens: measurePens,
  scans: measureScans,
  photographs: measurePhotographs,
  numbers: measureNumbers,
};
const page = new URL('docs/recognition.md', root);
for (const [name, measure] of Object.entries(measures)) {
  if (!options.only.split(',').includes(name)) continue;
  const content = `${await measure()}\n\nRead by \`${manifest.name}\` ${manifest.version}, whatever its thresholds: \`pnpm run bench:pictures\`.`;
  if (options['dry-run']) process.stdout.write(`${content}\n\n`);
  else writeFileSync(page, replaceSection(readFileSync(page, 'utf8'), name, content));
}
await classifier.dispose();
