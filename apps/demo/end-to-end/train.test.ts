import { readFile } from 'node:fs/promises';
import { createPlainClassifier, decide, encodeIdx } from '@lenet/core';
import { type LoadedModel, loadModelFolder } from '@lenet/core/models';
import { generateDigits } from '@lenet/core/synthetic';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { unzipFiles } from '../src/model-files/zip-files';
import { drawDigit } from './draw';
import { openPage } from './open-page';
import { expectAccessible } from './page-checks';
import { useSite } from './site';
import { waitForData } from './wait-for-data';

const site = useSite();
const path = '/train/';

/** What a network makes of the picture that the drawing page shows as seen. */
async function answerOf({ architecture, weights, manifest }: LoadedModel, page: Page) {
  const seen = page.getByRole('img', { name: /^The drawing as the network sees it/ });
  const grey = await seen.evaluate((canvas: HTMLCanvasElement) => {
    const { data } = canvas.getContext('2d')!.getImageData(0, 0, 28, 28);
    return Array.from({ length: 784 }, (_, pixel) => data[4 * pixel]);
  });
  const image = { pixels: Uint8Array.from(grey), count: 1, height: 28, width: 28 };
  const logits = await createPlainClassifier(architecture, weights).classify(image);
  const { digit, probability } = decide(logits, { temperature: manifest.temperature ?? 1 });
  return { digit, probability };
}

async function choose(page: Page, { digits, passes }: { digits: string; passes: number }) {
  await page.getByRole('radio', { name: digits, exact: true }).check();
  await page.getByLabel('Passes').fill(String(passes));
}

const steps = async (page: Page) => Number(await page.getByTestId('training').getAttribute('data-steps'));

/** Waits until a second brings no more steps: reports may still be under way when a pause begins. */
async function stepsAtRest(page: Page): Promise<number> {
  let before = -1;
  await expect
    .poll(
      async () => {
        const now = await steps(page);
        const isAtRest = now === before;
        before = now;
        return isAtRest;
      },
      { interval: 1000, timeout: 60_000 },
    )
    .toBe(true);
  return before;
}

test('a network is trained, paused, resumed and reset', async () => {
  const { page, complaints } = await openPage(site.browser, site.address, { path });
  await choose(page, { digits: '2,000', passes: 50 });
  await page.getByTestId('train').click();
  await waitForData(page, 'training', 'steps', 'set');
  await page.getByTestId('pause').click();
  const paused = await stepsAtRest(page);
  expect(paused).toBeLessThan(50 * 63);
  expect(await page.getByTestId('status').textContent()).toMatch(/^Paused in pass \d+ of 50/);
  await page.getByTestId('pause').click();
  await page.waitForFunction(
    (before) =>
      Number(document.querySelector<HTMLElement>('[data-testid="training"]')!.dataset.steps) > before,
    paused,
    { timeout: 60_000 },
  );
  await page.getByTestId('reset').click();
  await waitForData(page, 'training', 'phase', 'idle');
  expect(await page.getByTestId('training').getAttribute('data-steps')).toBe('0');
  expect(complaints).toEqual([]);
}, 180_000);

test('a trained network is downloaded as a model folder, looked into, and reads on the drawing page', async () => {
  const { page, complaints } = await openPage(site.browser, site.address, { path });
  await choose(page, { digits: '2,000', passes: 3 });
  await page.getByTestId('train').click();
  await waitForData(page, 'training', 'phase', 'finished');
  const accuracy = Number(await page.getByTestId('training').getAttribute('data-accuracy'));
  expect(accuracy).toBeGreaterThan(0.8);
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByTestId('download').click()]);
  expect(download.suggestedFilename()).toBe('trained-here.zip');
  const files = unzipFiles(await readFile(await download.path()));
  expect([...files.keys()].sort()).toEqual(['MODEL_CARD.md', 'manifest.json', 'model.json', 'weights.bin']);
  const { manifest } = await loadModelFolder(async (name) => files.get(name)!);
  expect(manifest).toMatchObject({ name: 'trained-here', evaluation: { accuracy } });
  await expectAccessible(page);

  await page.getByTestId('look-inside').click();
  expect(await waitForData(page, 'layers', 'model', 'trained-here')).toBe('trained-here');
  expect(await page.getByTestId('network').inputValue()).toBe('kept:trained-here');

  await page.goto(`${site.address}?kept=trained-here&backend=engine`);
  await page.locator('[data-testid="model-facts"]', { hasText: 'trained-here 0.0.0' }).waitFor({
    state: 'attached',
    timeout: 60_000,
  });
  const drawn = await drawDigit(page, 1, 3);
  expect(drawn.backend).toBe('engine');
  // Before the test reads canvases, which browsers complain about.
  expect(complaints).toEqual([]);
  // The answer is that of the downloaded weights to what the page saw, and not that of the published ones.
  const trained = await loadModelFolder(async (name) => files.get(name)!);
  await expect
    .poll(() => answerOf(trained, page), { timeout: 20_000 })
    .toEqual({
      digit: Number(drawn.digit),
      probability: expect.closeTo(Number(drawn.probability), 4),
    });
  const folder = new URL('.', import.meta.resolve('@lenet/model-artifacts/drawn-digits/manifest.json'));
  const published = await loadModelFolder((name) => readFile(new URL(name, folder)));
  const { probability } = await answerOf(published, page);
  expect(Math.abs(probability - Number(drawn.probability))).toBeGreaterThan(0.0005);
}, 300_000);

test('dropped files are learned from, and broken ones are refused in words', async () => {
  const { page } = await openPage(site.browser, site.address, { path });
  const { pixels, labels } = generateDigits({ count: 200, seed: 3 });
  const images = {
    name: 'train-images-idx3-ubyte',
    mimeType: '',
    buffer: Buffer.from(encodeIdx({ dimensions: [200, 28, 28], values: pixels })),
  };
  const answers = {
    name: 'train-labels-idx1-ubyte',
    mimeType: '',
    buffer: Buffer.from(encodeIdx({ dimensions: [200], values: labels })),
  };
  await page
    .getByTestId('files')
    .setInputFiles([{ ...images, buffer: images.buffer.subarray(0, 500) }, answers]);
  await page.locator('p[role=alert]').waitFor({ state: 'attached' });
  expect(await page.locator('p[role=alert]').first().textContent()).toContain('train-images-idx3-ubyte');
  await page.getByTestId('files').setInputFiles([images, answers]);
  await page.getByText('Your files: 180').waitFor({ state: 'attached' });
  await page.getByLabel('Passes').fill('2');
  await page.getByTestId('train').click();
  await waitForData(page, 'training', 'phase', 'finished');
}, 180_000);
