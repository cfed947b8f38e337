import { readdir, readFile } from 'node:fs/promises';
import { createPlainClassifier } from '@lenet/core';
import { loadModelFolder } from '@lenet/core/models';
import { generateStrokes } from '@lenet/core/synthetic';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openPage } from './open-page';
import { drawStrokes, expectAccessible, waitForData } from './page-checks';
import { useSite } from './site';

const site = useSite();
const path = '/layers/';

async function openLayers(options = {}) {
  const opened = await openPage(site.browser, site.address, { path, ...options });
  await waitForData(opened.page, 'layers', 'sequence', 'set');
  await waitForData(opened.page, 'layers', 'digit', 'set');
  return opened;
}

/** What the page shows of each layer: the grey level of every square of every picture. */
async function shownLayers(page: Page) {
  return page.getByTestId('layer').evaluateAll((layers) =>
    layers.map((layer) => ({
      name: layer.getAttribute('data-layer')!,
      largest: Number(layer.getAttribute('data-largest')),
      maps: [...layer.querySelectorAll<HTMLCanvasElement>('[data-testid="map"]')].map((canvas) => {
        const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
        return Array.from({ length: data.length / 4 }, (_, pixel) => [
          ...data.slice(4 * pixel, 4 * pixel + 3),
        ]);
      }),
    })),
  );
}

test('each picture is what the layer makes of the visitor’s digit, and nothing else happens', async () => {
  const { page, complaints } = await openLayers();
  await page.getByTestId('clear').click();
  await waitForData(page, 'layers', 'digit', '');
  await drawStrokes(page, generateStrokes({ digit: 7, seed: 1, item: 7, split: 'test' }).strokes);
  expect(await waitForData(page, 'layers', 'digit', 'set')).toBe('7');
  await page.waitForTimeout(300);
  const seen = await page.getByTestId('seen').evaluate((canvas: HTMLCanvasElement) => {
    const { data } = canvas.getContext('2d')!.getImageData(0, 0, 28, 28);
    return Array.from({ length: 784 }, (_, pixel) => data[4 * pixel]);
  });
  const { architecture, weights } = await loadModelFolder(await publishedFiles(page), { weights: 'int8' });
  const classifier = createPlainClassifier(architecture, weights);
  const image = { pixels: Uint8Array.from(seen), count: 1, height: 28, width: 28 };
  const expected = await classifier.activations!(image);
  const shown = await shownLayers(page);
  expect(shown.map(({ name }) => name)).toEqual(expected.map(({ layer }) => layer));
  for (const [index, { values, shape }] of expected.entries()) {
    const { maps, largest } = shown[index];
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
}, 120_000);

test('pointing at a square shows where it comes from and its arithmetic', async () => {
  const { page } = await openLayers();
  const map = page.locator('[data-layer="max_pooling2d_1"] [data-testid="map"]').nth(5);
  const box = (await map.boundingBox())!;
  await map.hover({ position: { x: box.width * 0.6, y: box.height * 0.1 } });
  expect(await page.getByRole('combobox').inputValue()).toBe('3');
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
}, 60_000);

test('a unit is chosen by keyboard, and what speaks for the answer is shown', async () => {
  const { page } = await openLayers();
  await page.getByRole('combobox').focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowUp');
  expect(await page.getByRole('spinbutton', { name: 'Map' }).inputValue()).toBe('2');
  expect(await page.getByTestId('unit').textContent()).toContain('The largest of');
  await page.getByLabel('Show what speaks for it').press('Space');
  const hasColour = await page.getByTestId('seen').evaluate((canvas: HTMLCanvasElement) => {
    const { data } = canvas.getContext('2d')!.getImageData(0, 0, 28, 28);
    return Array.from({ length: 784 }, (_, pixel) => data[4 * pixel] !== data[4 * pixel + 2]).filter(Boolean)
      .length;
  });
  expect(hasColour).toBeGreaterThan(100);
}, 60_000);

test('axe finds nothing', async () => {
  const { page } = await openLayers();
  await expectAccessible(page);
}, 60_000);

/** Reads the files of the model that the page shows. */
async function publishedFiles(page: Page) {
  const model = await waitForData(page, 'layers', 'model', 'set');
  const folder = new URL('../public/models/', import.meta.url);
  const [version] = await readdir(new URL(`${model}/`, folder));
  return (name: string) => readFile(new URL(`${model}/${version}/${name}`, folder));
}
