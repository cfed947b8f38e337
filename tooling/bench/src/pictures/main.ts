// How well pictures of digits are read, by where they come from: drawn with pens of all widths, scanned at few dots,
// photographed on lined paper, several in a row. Writes docs/recognition.md.
//
// How to run: pnpm run bench:pictures [--models drawn-digits,lenet-best] [--count 200] [--only pens,scans,photographs,numbers]
// LENET_DATA_DIR names the folder of MNIST, for the scans and numbers: images of its test set.
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { createKeyedRandom } from '@lenet/core';
import { inkFromPhotograph, normalizeDigit } from '@lenet/core/images';
import { generateStrokes } from '@lenet/core/synthetic';
import { markdownTable } from '../markdown-table.ts';
import { readMnist } from '../peers/read-mnist.ts';
import { replaceSection } from '../replace-section.ts';
import { blurGrey, boxOf, cropGrey, enlargeGrey, shrinkGrey, toGrey } from './change-grey.ts';
import { drawStrokes, type Grey, placeStrokes } from './draw-strokes.ts';
import { measureNumbers, numberColumns } from './measure-numbers.ts';
import { papers, pens, photograph } from './photograph.ts';
import { openReader, type PictureReader } from './picture-reader.ts';

const root = new URL('../../../../', import.meta.url);
const { values: options } = parseArgs({
  options: {
    models: { type: 'string', default: 'drawn-digits,lenet-best' },
    count: { type: 'string', default: '200' },
    only: { type: 'string', default: 'pens,scans,photographs,numbers' },
    'dry-run': { type: 'boolean', default: false },
  },
});
const count = Number(options.count);
const SEED = 11;

const readers: PictureReader[] = [];
for (const name of options.models.split(',')) {
  readers.push(await openReader(new URL(`packages/model-artifacts/models/${name}/`, root).pathname));
}

/** Shares of pictures read right, as text. */
type Row = readonly [name: string, ...shares: string[]];

const polarities = ['dark on light', 'light on dark'] as const;

/** A column for each network in each polarity. */
const drawingColumns = readers.flatMap(({ name }) => polarities.map((polarity) => `${name}, ${polarity}`));

/** Share read right by each network in both polarities, and in brackets the share that it answers. */
async function rowOf(
  name: string,
  labels: readonly number[],
  make: (index: number) => Grey,
  noise = 0,
): Promise<Row> {
  const pictures = labels.map((_, index) => make(index));
  const digits = polarities.map((polarity) =>
    pictures.map((picture, index) => {
      const grey = toGrey(picture, polarity, { noise, seed: SEED, item: index });
      return normalizeDigit(inkFromPhotograph(grey, picture.width, picture.height));
    }),
  );
  const shares: string[] = [];
  for (const reader of readers) {
    for (const own of digits) {
      const decisions = await reader.decide(own);
      const right = decisions.filter(({ digit }, index) => digit === labels[index]).length;
      const answered = decisions.filter(({ decision }) => decision === 'digit').length;
      const [share, among] = [right, answered].map((part) => percent(part, labels.length));
      shares.push(`${share} (${among})`);
    }
  }
  process.stderr.write(`${name}: ${shares.join(', ')}\n`);
  return [name, ...shares];
}

const hits = (answers: readonly number[], labels: readonly number[]) =>
  answers.filter((answer, index) => answer === labels[index]).length;

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
  return tableOf(`drawn with a pen, ${count} pictures a row: read right (answered)`, rows, drawingColumns);
}

async function measureScans(): Promise<string> {
  if (!process.env.LENET_DATA_DIR) return 'Scans were not measured: LENET_DATA_DIR was not set.';
  const { pixels, labels: all } = (await readMnist()).test;
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
  return tableOf(`scans of MNIST's test images, ${count} a row: read right (answered)`, rows, drawingColumns);
}

async function measurePhotographs(): Promise<string> {
  const rows: Row[] = [];
  const right = readers.map(() => 0);
  for (const [place, paper] of papers.entries()) {
    const shares: string[][] = readers.map(() => []);
    for (const [other, pen] of pens.entries()) {
      // Digits of their own in each cell.
      const first = (place * pens.length + other) * count;
      const scenes = Array.from({ length: count }, (_, index) =>
        photograph({ paper, pen, seed: SEED, item: first + index }),
      );
      const labels = scenes.map(({ digit }) => digit);
      const digits = scenes.map(({ grey, side }) => normalizeDigit(inkFromPhotograph(grey, side, side)));
      for (const [index, reader] of readers.entries()) {
        const found = hits(await reader.read(digits), labels);
        right[index] += found;
        shares[index].push(percent(found, count));
      }
      process.stderr.write(`${paper}, ${pen}: ${shares.map((own) => own.at(-1)).join(', ')}\n`);
    }
    rows.push([paper, ...shares.flat()]);
  }
  const all = papers.length * pens.length * count;
  const table = tableOf(
    `photographs, ${count} a cell`,
    rows,
    readers.flatMap(({ name }) => pens.map((pen) => `${name}, ${pen}`)),
  );
  const totals = readers.map(({ name }, index) => `${name} ${percent(right[index], all)}`);
  return `${table}\n\nOf all ${all}: ${totals.join(', ')}.`;
}

async function numbersText(): Promise<string> {
  const test = process.env.LENET_DATA_DIR ? (await readMnist()).test : undefined;
  const rows = (await measureNumbers(readers[0], test, count, SEED)).map(
    ({ name, shares }): Row => [name, ...shares.map((share) => percent(share, 1))],
  );
  const table = tableOf(`whole numbers, ${count} a cell`, rows, numberColumns);
  return test ? table : `${table}\n\nNumbers of MNIST were not measured: LENET_DATA_DIR was not set.`;
}

const measures = {
  pens: measurePens,
  scans: measureScans,
  photographs: measurePhotographs,
  numbers: numbersText,
};
const readBy = (measure: string) =>
  `Read by ${(measure === 'numbers' ? readers.slice(0, 1) : readers).map(({ name, version }) => `\`${name}\` ${version}`).join(' and ')}`;
const page = new URL('docs/recognition.md', root);
for (const [name, measure] of Object.entries(measures)) {
  if (!options.only.split(',').includes(name)) continue;
  const content = `${await measure()}\n\n${readBy(name)}, whatever the thresholds: \`pnpm run bench:pictures\`.`;
  if (options['dry-run']) process.stdout.write(`${content}\n\n`);
  else writeFileSync(page, replaceSection(readFileSync(page, 'utf8'), name, content));
}
for (const reader of readers) await reader.dispose();
