import { readdir, readFile } from 'node:fs/promises';
import { createPlainClassifier } from '@lenet/core';
import { loadModelFolder } from '@lenet/core/models';
import { generateStrokes } from '@lenet/core/synthetic';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openPage } from './open-page';
import { drawStrokes, expectAccessible } from './page-checks';
import { useSite } from './site';
import { waitForData } from './wait-for-data';

const site = useSite();
const path = '/layers/';

async function openLayers(options = {}) {
  const opened = await openPage(site.browser, site.address, { path, ...options });
  await waitForData(opened.page, 'layers', 'sequence', 'set');
  await waitForData(opened.page, 'layers', 'digit', 'set');
  return opened;
}

/** What the page shows at one moment: what the network sees, and of each layer every square of every picture. */
async function shownLayers(page: Page) {
  return page.evaluate(() => {
    const pixelsOf = (canvas: HTMLCanvasElement) => {
      const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
      return Array.from({ length: data.length / 4 }, (_, pixel) => [...data.slice(4 * pixel, 4 * pixel + 3)]);
    };
    const all = <Found extends Element>(root: ParentNode, id: string) => [
      ...root.querySelectorAll<Found>(`[data-testid="${id}"]`),
    ];
    return {
      seen: pixelsOf(all<HTMLCanvasElement>(document, 'seen')[0]).map(([red]) => red),
      layers: all<HTMLElement>(document, 'layer').map((layer) => ({
        name: layer.dataset.layer!,
        largest: Number(layer.dataset.largest),
        maps: all<HTMLCanvasElement>(layer, 'map').map(pixelsOf),
      })),
    };
  });
}

test('each picture is what the layer makes of the visitor’s digit, and nothing else happens', async () => {
  const { page, complaints } = await openLayers();
  await page.getByTestId('clear').click();
  await waitForData(page, 'layers', 'digit', '');
  await drawStrokes(page, generateStrokes({ digit: 7, seed: 1, item: 7, split: 'test' }).strokes);
  await waitForData(page, 'layers', 'digit', '7');
  const { seen, layers } = await shownLayers(page);
  const { architecture, weights } = await loadModelFolder(await publishedFiles(page), { weights: 'int8' });
  const classifier = createPlainClassifier(architecture, weights);
  const image = { pixels: Uint8Array.from(seen), count: 1, height: 28, width: 28 };
  const expected = await classifier.activations!(image);
  expect(layers.map(({ name }) => name)).toEqual(expected.map(({ layer }) => layer));
  for (const [index, { values, shape }] of expected.entries()) {
    const { maps, largest } = layers[index];
    expect(largest).toBeCloseTo(Math.max(...values.map(Math.abs)), 3);
    const channels = shape.length === 3 ? shape[2] : 1;
    expect(maps.length).toBe(channels);
    for (const [at, value] of values.entries()) {
      const [red, , blue] = maps[at % channels][Math.floor(at / channels)];
      // White at the largest value, blue at its opposite.
      const brightness = value < 0 ? blue : red;
      expect(Math.abs(brightness - (255 * Math.abs(value)) / largest)).toBeLessThanOrEqual(1);
    }
  }
  expect(complaints).toEqual([]);
}, 180_000);

test('pointing at a square shows where it comes from and its arithmetic', async () => {
  const { page } = await openLayers();
  const map = page.locator('[data-layer="max_pooling2d_1"] [data-testid="map"]').nth(5);
  const box = (await map.boundingBox())!;
  await map.hover({ position: { x: box.width * 0.6, y: box.height * 0.1 } });
  await expect.poll(() => page.getByRole('combobox', { name: 'Layer' }).inputValue()).toBe('3');
  expect(await page.getByRole('spinbutton', { name: 'Map' }).inputValue()).toBe('6');
  expect([
    await page.getByRole('spinbutton', { name: 'Row' }).inputValue(),
    await page.getByRole('spinbutton', { name: 'Column' }).inputValue(),
  ]).toEqual(['1', '3']);
  const field = page.getByTestId('seen-field');
  expect(await field.evaluate((element) => ({ ...element.dataset }))).toMatchObject({
    top: '0',
    left: '8',
    bottom: '16',
    right: '24',
  });
  const words = await page.getByTestId('unit').textContent();
  const [, inputs, output] = /The largest of (.*): ([\d.]+)/.exec(words!)!;
  expect(Math.max(...inputs.split(', ').map(Number))).toBe(Number(output));
}, 180_000);

test('a finger that taps a square gets the same', async () => {
  const { page } = await openLayers({
    viewport: { width: 360, height: 740 },
    hasTouch: true,
    isMobile: true,
  });
  const map = page.locator('[data-layer="conv2d"] [data-testid="map"]').nth(2);
  await map.scrollIntoViewIfNeeded();
  const box = (await map.boundingBox())!;
  await map.tap({ position: { x: box.width * 0.51, y: box.height * 0.3 } });
  const bar = page.getByTestId('pointed-bar');
  await expect.poll(() => bar.textContent()).toMatch(/^Convolution 1, 3: /);
  await bar.getByRole('link').tap();
  await expect.poll(() => page.evaluate(() => location.hash)).toBe('#pointed-at');
  expect(await page.getByRole('spinbutton', { name: 'Row' }).inputValue()).toBe('8');
}, 180_000);

test('a unit is chosen in the lists by keyboard', async () => {
  const { page } = await openLayers();
  const layer = page.getByRole('combobox', { name: 'Layer' });
  await layer.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowUp');
  await expect.poll(() => page.getByRole('spinbutton', { name: 'Map' }).inputValue()).toBe('2');
  expect(await page.getByTestId('unit').textContent()).toContain('The largest of');
}, 180_000);

test('arrow keys go from square to square of a layer, and each is said', async () => {
  const { page } = await openLayers();
  const spoken = page.getByTestId('spoken-unit');
  const saysNow = (words: RegExp) => expect.poll(() => spoken.textContent()).toMatch(words);
  await page.getByRole('application', { name: 'Numbers of Pooling 2' }).focus();
  await page.keyboard.press('ArrowRight');
  await saysNow(/^Pooling 2, map 1, row 1, column 1: −?\d+\.\d{3}$/);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('PageDown');
  await saysNow(/^Pooling 2, map 2, row 2, column 2: /);
  expect(await page.getByTestId('seen-field').evaluate((element) => ({ ...element.dataset }))).toMatchObject({
    top: '4',
    left: '4',
    bottom: '20',
    right: '20',
  });
  await page.getByRole('application', { name: 'Numbers of Output' }).focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await saysNow(/^Output, number 2: /);
}, 180_000);

test('what speaks for the answer is shown over the drawing', async () => {
  const { page } = await openLayers();
  await page.getByLabel('Show what speaks for it').press('Space');
  const colouredPixels = () =>
    page.getByTestId('seen').evaluate((canvas: HTMLCanvasElement) => {
      const { data } = canvas.getContext('2d')!.getImageData(0, 0, 28, 28);
      return Array.from({ length: 784 }, (_, pixel) => data[4 * pixel] !== data[4 * pixel + 2]).filter(
        Boolean,
      ).length;
    });
  await expect.poll(colouredPixels).toBeGreaterThan(100);
}, 180_000);

test('another published network is looked into', async () => {
  const { page, complaints } = await openLayers();
  await page.getByTestId('network').selectOption('classic-lenet5');
  await waitForData(page, 'layers', 'model', 'classic-lenet5');
  await waitForData(page, 'layers', 'digit', 'set');
  expect(await page.getByTestId('layers').textContent()).toContain('the mean of each 2×2');
  expect(await page.getByTestId('seen').getAttribute('width')).toBe('32');
  expect(complaints).toEqual([]);
}, 180_000);

test('axe finds nothing', async () => {
  const { page } = await openLayers();
  await expectAccessible(page);
}, 180_000);

/** Reads the files of the model that the page shows. */
async function publishedFiles(page: Page) {
  const model = await waitForData(page, 'layers', 'model', 'set');
  const folder = new URL('../public/models/', import.meta.url);
  const [version] = await readdir(new URL(`${model}/`, folder));
  return (name: string) => readFile(new URL(`${model}/${version}/${name}`, folder));
}
