import { readFile } from 'node:fs/promises';
import { generateStrokes } from '@lenet/core/synthetic';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { unzipFiles } from '../src/model-files/zip-files';
import { misreadDigits } from './misread-digits';
import { openPage } from './open-page';
import { drawStrokes, expectAccessible } from './page-checks';
import { useSite } from './site';
import { waitForData } from './wait-for-data';

const site = useSite();
const path = '/teach/';

const count = (page: Page, wanted: number) => waitForData(page, 'teaching', 'count', String(wanted));

test('a corrected drawing is kept over a reload, exported and imported', async () => {
  const { page, complaints } = await openPage(site.browser, site.address, { path });
  await drawStrokes(page, generateStrokes({ digit: 3, seed: 1, item: 3, split: 'test' }).strokes);
  const read = await waitForData(page, 'teaching', 'digit', 'set');
  await page.getByTestId('label-8').click();
  await count(page, 1);
  // Told once the paper is empty again, and the network has seen that.
  const status = page.getByTestId('status');
  await expect
    .poll(() => status.textContent(), { timeout: 60_000 })
    .toBe(`Kept: an 8 that it took for a ${read}.`);
  await page.reload();
  await count(page, 1);
  const archives: Buffer[] = [];
  for (const name of ['png', 'idx']) {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByTestId(`export-${name}`).click(),
    ]);
    archives.push(await readFile(await download.path()));
  }
  expect([...unzipFiles(archives[0]).keys()]).toEqual(['8/0001.png']);
  const deleteAll = page.getByTestId('delete-all');
  await deleteAll.click();
  await expect.poll(() => deleteAll.textContent()).toBe('Delete it for good?');
  expect(await page.getByTestId('teaching').getAttribute('data-count')).toBe('1');
  await deleteAll.click();
  await count(page, 0);
  for (const [index, buffer] of archives.entries()) {
    await page
      .getByTestId('import')
      .setInputFiles({ name: 'digits.zip', mimeType: 'application/zip', buffer });
    await count(page, index + 1);
  }
  const pictures = await page
    .getByTestId('samples')
    .locator('canvas')
    .evaluateAll((canvases) =>
      canvases.map((canvas) =>
        (canvas as HTMLCanvasElement).getContext('2d')!.getImageData(0, 0, 28, 28).data.join(),
      ),
    );
  expect(pictures[0]).toBe(pictures[1]);
  expect(complaints).toEqual([]);
}, 180_000);

test('ten corrected samples change those answers, and cost the others at most half a point', async () => {
  const { page, complaints } = await openPage(site.browser, site.address, { path });
  await page.getByTestId('import').setInputFiles(await misreadDigits());
  await count(page, 10);
  await page.getByTestId('learn').click();
  await waitForData(page, 'teaching', 'learned', 'true');
  const now = await page
    .getByTestId('samples')
    .locator('li')
    .evaluateAll((items) =>
      items.map((item) => [(item as HTMLElement).dataset.now, (item as HTMLElement).dataset.label]),
    );
  expect(now.length).toBe(10);
  for (const [answer, label] of now) expect(answer).toBe(label);
  const { othersBefore, othersAfter, seconds } = await page
    .getByTestId('teaching')
    .evaluate((element) => ({ ...(element as HTMLElement).dataset }));
  process.stdout.write(`others ${othersBefore} -> ${othersAfter} in ${seconds} s\n`);
  expect(Number(othersBefore) - Number(othersAfter)).toBeLessThanOrEqual(0.005);
  await expectAccessible(page);
  await page.getByTestId('draw-with-it').click();
  await page.locator('[data-testid="model-facts"]', { hasText: 'my-handwriting 0.0.0' }).waitFor({
    state: 'attached',
    timeout: 60_000,
  });
  expect(await page.getByTestId('model').inputValue()).toBe('kept:my-handwriting');
  expect(complaints).toEqual([]);
}, 300_000);

test.each([
  ['QuotaExceededError', 'This device has no room left for this page.'],
  ['SecurityError', 'This browser lets the page keep nothing'],
])(
  'where the device says %s, the visitor is told and nothing is lost',
  async (name, words) => {
    const context = await site.browser.newContext();
    await context.addInitScript((error) => {
      IDBObjectStore.prototype.add = () => {
        throw new DOMException('no', error);
      };
    }, name);
    const page = await context.newPage();
    await page.goto(`${site.address}teach/`);
    await drawStrokes(page, generateStrokes({ digit: 3, seed: 1, item: 3, split: 'test' }).strokes);
    await waitForData(page, 'teaching', 'digit', 'set');
    await page.getByTestId('label-3').click();
    await count(page, 1);
    // Not the router's own announcer, which is an alert too.
    const alert = page.locator('main').getByRole('alert');
    await alert.waitFor({ state: 'attached', timeout: 60_000 });
    expect(await alert.textContent()).toContain(words);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByTestId('export-png').click(),
    ]);
    expect([...unzipFiles(await readFile(await download.path())).keys()]).toEqual(['3/0001.png']);
  },
  180_000,
);

test('files that are no digits are refused in words, and nothing is taken', async () => {
  const { page } = await openPage(site.browser, site.address, { path });
  const buffer = Buffer.from('not an archive');
  await page.getByTestId('import').setInputFiles({ name: 'digits.zip', mimeType: 'application/zip', buffer });
  const alert = page.locator('main').getByRole('alert');
  await alert.waitFor({ state: 'attached', timeout: 60_000 });
  expect(await alert.textContent()).toBe('This is not a whole zip archive. Download it again.');
  expect(await page.getByTestId('teaching').getAttribute('data-count')).toBe('0');
}, 180_000);
