import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeFileWhole } from '../files/write-file-whole.js';
import { exampleReportInput } from '../testing/example-report-input.js';
import { writeReport } from './write-report.js';

const figureNames = [
  'class-scores',
  'confusion-matrix',
  'curves',
  'feature-maps',
  'filters',
  'misclassified',
  'reliability',
  'samples',
];
let runFolder: string;
let pagePath: string;

beforeAll(async () => {
  runFolder = await mkdtemp(join(tmpdir(), 'lenet-report-'));
  const page = await writeReport(exampleReportInput(), (name, content) =>
    writeFileWhole(join(runFolder, name), content),
  );
  pagePath = join(runFolder, page);
});
afterAll(() => rm(runFolder, { recursive: true, force: true }));

test('writes the page and every figure as SVG and PNG, and nothing else', async () => {
  expect(pagePath).toBe(join(runFolder, 'report', 'index.html'));
  const expected = ['index.html', ...figureNames.flatMap((name) => [`${name}.png`, `${name}.svg`])];
  expect((await readdir(join(runFolder, 'report'))).sort()).toEqual(expected.sort());
});

test.each(figureNames)(
  '%s.png is a PNG of twice the size of the SVG, with something drawn on it',
  async (name) => {
    const svg = await readFile(join(runFolder, 'report', `${name}.svg`), 'utf8');
    const png = await readFile(join(runFolder, 'report', `${name}.png`));
    expect([...png.subarray(0, 8)]).toEqual([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
    const [, width, height] = /viewBox="0 0 (\d+) (\d+)"/.exec(svg)!;
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([2 * Number(width), 2 * Number(height)]);
    const { channels } = await sharp(png).stats();
    expect(channels[0].min).toBeLessThan(60);
    expect(channels[0].max).toBe(255);
  },
);

test('text is drawn in the PNG files, with the font that the package brings', async () => {
  const png = await readFile(join(runFolder, 'report', 'curves.png'));
  // The legend: at twice the size, the word "Training" lies right of the line of its colour.
  const word = { left: 264, top: 44, width: 140, height: 48 };
  const pixels = await sharp(png).extract(word).greyscale().raw().toBuffer();
  expect(Math.min(...pixels)).toBeLessThan(60);
});
