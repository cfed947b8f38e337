// Runs the built `lenet reproduce` on a few synthetic digits.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { launchChromium } from '@lenet/chromium';
import type { AxeResults } from 'axe-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runLenet } from './testing/run-lenet.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lenet-reproduce-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const few = ['--data', 'synthetic', '--epochs', '2', '--train-images', '300', '--test-images', '120'];
const lenet = (...args: string[]) => runLenet(['reproduce', ...args], { cwd: folder });
const read = (...parts: string[]) => readFileSync(join(folder, 'runs', ...parts), 'utf8');

test('trains each seed and the baseline, and writes a page that says what it is not', async () => {
  const { status, stdout } = await lenet(
    'lenet-report',
    ...few,
    '--seeds',
    '2',
    '--name',
    'report',
    '--json',
  );
  expect(status).toBe(0);
  const result = JSON.parse(stdout);
  expect(result).toMatchObject({
    experiment: 'lenet-report',
    isShortened: true,
    seeds: [{ seed: 1 }, { seed: 2 }],
    report: join('runs', 'report', 'index.html'),
  });
  const [{ test: first }, { test: second }] = result.seeds;
  expect(result.figures[0]).toMatchObject({
    name: 'test accuracy',
    published: 0.9889,
    ours: { mean: (first.accuracy + second.accuracy) / 2, count: 2 },
  });
  // Nothing is said about spreads of other data.
  expect(result.figures[0]).not.toHaveProperty('isWithin');
  expect(result.baseline).toHaveLength(2);
  expect(JSON.parse(read('report', 'reproduction.json'))).toEqual(result);

  const page = read('report', 'index.html');
  expect(page).toContain('Shortened: not the published experiment.');
  expect(page).toContain('synthetic stroke digits (not MNIST): not the data of the publication.');
  expect(page).toContain('<td>0.9889</td>');
  expect(page).toContain('Total params: 44,426');
  expect(page).toMatch(/Sample 1: Predicted=\d, Actual=\d\n/);
  expect(page).toContain('<title>The first training image, 28 rows of 28 pixels, labelled ');
  // Every entry of the contents leads to a section.
  const anchors = [...page.matchAll(/<a href="#([a-z]+)">/g)].map(([, anchor]) => anchor);
  expect(anchors).toEqual(expect.arrayContaining(['figures', 'confusion', 'baseline', 'repeat']));
  for (const anchor of anchors) expect(page).toContain(`<section id="${anchor}">`);
  expect(result.command).toBe(
    'lenet reproduce lenet-report --seeds 2 --data synthetic --backend engine --epochs 2 --train-images 300 --test-images 120',
  );
  expect(page).toContain(`<code>${result.command}</code>`);
  expect(page).toContain(result.environment.cpu);
  expect(page).toContain(result.data.files[0].sha256);
  // Every mark of the figures has a colour on dark, too.
  const marks = new Set(page.match(/(?<=class=")(?:fill|stroke)-[a-z-]+/g));
  expect([...marks]).toEqual(expect.arrayContaining(['fill-heat', 'fill-on-heat', 'stroke-training']));
  for (const mark of marks) expect(page).toContain(`.plot .${mark} {`);
  for (const file of ['first-image.png', 'curves.svg', 'curves.png', 'confusion-matrix.svg', 'samples.png']) {
    expect(statSync(join(folder, 'runs', 'report', file)).size).toBeGreaterThan(1000);
  }
}, 120_000);

test('axe finds nothing on the page, on light and on dark', async () => {
  const browser = await launchChromium();
  try {
    for (const [colorScheme, width] of [
      ['light', 1280],
      ['dark', 390],
    ] as const) {
      const context = await browser.newContext({
        colorScheme,
        viewport: { width, height: 900 },
        bypassCSP: true,
      });
      const page = await context.newPage();
      await page.goto(pathToFileURL(join(folder, 'runs', 'report', 'index.html')).href);
      await page.addScriptTag({ path: createRequire(import.meta.url).resolve('axe-core/axe.min.js') });
      const violations = await page.evaluate(async () => {
        const { axe } = globalThis as unknown as { axe: { run(): Promise<AxeResults> } };
        return (await axe.run()).violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`);
      });
      expect(violations).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    }
  } finally {
    await browser.close();
  }
}, 120_000);

test('keeps seeds that were done, and goes on after an interruption', async () => {
  const args = ['lenet-report', ...few, '--name', 'stopped'];
  let isInterrupted = false;
  const stopped = await runLenet(['reproduce', ...args, '--seeds', '3', '--epochs', '40'], {
    cwd: folder,
    onStderr: (text, interrupt) => {
      if (isInterrupted || !/seed 2 of 3\n.*Epoch 1\/40/s.test(text)) return;
      isInterrupted = true;
      interrupt();
    },
  });
  expect(stopped.status).toBe(130);
  expect(stopped.stderr).toMatch(
    /Interrupted in epoch \d+ of seed 2 \(lenet-report\)\. Seeds that were done are kept; give the same command again to go on\.\n$/,
  );
  expect(readdirSync(join(folder, 'runs', 'stopped', 'seeds'))).toEqual([
    expect.stringMatching(/^lenet-report-seed-1-[0-9a-f]{8}\.json$/),
  ]);
  const again = await lenet(...args, '--seeds', '2', '--epochs', '40');
  expect(again.status).toBe(0);
  expect(again.stderr).toContain('lenet-report, seed 1 of 2: done before\n');
  expect(again.stderr).toContain('lenet-report, seed 2 of 2\n');
}, 120_000);

test('other settings do not take what was done', async () => {
  const args = ['classic-lenet-5', ...few, '--seeds', '1', '--name', 'classic'];
  expect((await lenet(...args)).status).toBe(0);
  expect((await lenet(...args, '--epochs', '1')).stderr).not.toContain('done before');
}, 120_000);

test('an unknown experiment, and a folder of something else', async () => {
  const unknown = await lenet('lenet-6');
  expect(unknown.status).toBe(2);
  expect(unknown.stderr).toContain('Allowed choices are lenet-report, beginner-cnn, classic-lenet-5.');
  mkdirSync(join(folder, 'runs', 'run'));
  writeFileSync(join(folder, 'runs', 'run', 'config.json'), '{}');
  const { status, stderr } = await lenet('lenet-report', ...few, '--name', 'run', '--quiet');
  expect(status).toBe(1);
  expect(stderr).toContain(
    `lenet: Folder "${join('runs', 'run')}": expected nothing in it, or a reproduction.json, got other files. Choose another --name.\n`,
  );
}, 120_000);
