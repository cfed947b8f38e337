import { generateStrokes } from '@lenet/core/synthetic';
import { expect, test } from 'vitest';
import { openPage } from './open-page';
import { drawStrokes, expectAccessible, waitForData } from './page-checks';
import { useSite } from './site';

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
  await page.waitForTimeout(300);
  const after = await pictures();
  // All but the filter, which is of the network.
  expect(after.length).toBe(6 + 6 + 16 + 16 + 4);
  expect(after.filter((picture, index) => picture === before[index]).length).toBeLessThanOrEqual(6);
  await page.getByRole('slider').press('Home');
  expect(await page.getByRole('slider').getAttribute('aria-valuetext')).toMatch(/^row 1, column 1: /);
  await page.getByRole('radio', { name: 'beginner-cnn' }).check();
  expect(await page.getByTestId('architecture').getAttribute('aria-label')).toContain(
    'Convolution 1 26 × 26 × 32',
  );
  expect(await page.getByTestId('blocks').locator('li').count()).toBe(11);
  expect(complaints).toEqual([]);
}, 120_000);

test('axe finds nothing', async () => {
  const { page } = await openPage(site.browser, site.address, { path });
  await waitForData(page, 'story', 'digit', 'set');
  await expectAccessible(page);
}, 60_000);
