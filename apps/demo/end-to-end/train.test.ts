import { readFile } from 'node:fs/promises';
import { encodeIdx } from '@lenet/core';
import { loadModelFolder } from '@lenet/core/models';
import { generateDigits } from '@lenet/core/synthetic';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { unzipFiles } from '../src/model-files/zip-files';
import { openPage } from './open-page';
import { expectAccessible, waitForData } from './page-checks';
import { useSite } from './site';

const site = useSite();
const path = '/train/';

async function choose(page: Page, { digits, passes }: { digits: string; passes: number }) {
  await page.getByRole('radio', { name: digits, exact: true }).check();
  await page.getByLabel('Passes').fill(String(passes));
}

const steps = async (page: Page) => Number(await page.getByTestId('training').getAttribute('data-steps'));

test('a network is trained, paused, resumed and reset', async () => {
  const { page, complaints } = await openPage(site.browser, site.address, { path });
  await choose(page, { digits: '2,000', passes: 50 });
  await page.getByTestId('train').click();
  await waitForData(page, 'training', 'steps', 'set');
  await page.getByTestId('pause').click();
  await page.waitForTimeout(300);
  const paused = await steps(page);
  await page.waitForTimeout(400);
  expect(await steps(page)).toBe(paused);
  expect(await page.getByTestId('status').textContent()).toMatch(/^Paused in pass \d+ of 50/);
  await page.getByTestId('pause').click();
  await page.waitForFunction(
    (before) =>
      Number(document.querySelector<HTMLElement>('[data-testid="training"]')!.dataset.steps) > before,
    paused,
  );
  await page.getByTestId('reset').click();
  expect(await page.getByTestId('training').evaluate((element) => ({ ...element.dataset }))).toMatchObject({
    phase: 'idle',
    steps: '0',
  });
  expect(complaints).toEqual([]);
}, 120_000);

test('a trained network is downloaded as a model folder, and kept for the other pages', async () => {
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
  await page.getByTestId('keep').click();
  await page.getByText('Kept on this device').waitFor({ state: 'attached' });
  expect(complaints).toEqual([]);
  await expectAccessible(page);
}, 180_000);

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
}, 120_000);
