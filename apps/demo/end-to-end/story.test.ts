import { generateStrokes } from '@lenet/core/synthetic';
import { expect, test } from 'vitest';
import { openPage } from './open-page';
import { drawStrokes, expectAccessible } from './page-checks';
import { useSite } from './site';
import { waitForData } from './wait-for-data';

const site = useSite();
const path = '/how-it-works/';

test('the visitor’s digit runs through every step', async () => {
  const { page, complaints } = await openPage(site.browser, site.address, { path });
  await waitForData(page, 'story', 'digit', 'set');
  const pictures = () =>
    page
      .locator('[data-testid^="step-"], [data-testid="map"]')
      .evaluateAll((canvases) => canvases.map((canvas) => (canvas as HTMLCanvasElement).toDataURL()));
  const before = await pictures();
  await page.getByTestId('clear').click();
  await drawStrokes(page, generateStrokes({ digit: 2, seed: 1, item: 2, split: 'test' }).strokes);
  await waitForData(page, 'story', 'digit', '2');
  const after = await pictures();
  expect(after.length).toBe(5 + 6 + 16 + 16 + 4);
  // A map may be dark for both.
  expect(after.filter((picture, index) => picture === before[index]).length).toBeLessThanOrEqual(6);
  expect(await page.getByTestId('story').textContent()).toContain('All 25 products and the bias');
  await page.getByRole('slider').press('Home');
  expect(await page.getByRole('slider').getAttribute('aria-valuetext')).toMatch(/^row 1, column 1: /);
  await page.getByRole('radio', { name: 'beginner-cnn' }).check();
  expect(await page.getByTestId('architecture').getAttribute('aria-label')).toContain(
    'Convolution 1 26 × 26 × 32',
  );
  expect(await page.getByTestId('blocks').locator('li').count()).toBe(11);
  expect(complaints).toEqual([]);
}, 180_000);

test('axe finds nothing', async () => {
  const { page } = await openPage(site.browser, site.address, { path });
  await waitForData(page, 'story', 'digit', 'set');
  await expectAccessible(page);
}, 180_000);
