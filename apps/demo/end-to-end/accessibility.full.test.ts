import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { sitePages } from '../src/shell/site-pages';
import { drawDigit } from './draw';
import { openPage } from './open-page';
import { useSite } from './site';

const site = useSite();
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** @returns what axe finds, each with the elements */
async function violations(page: Page): Promise<string[]> {
  // As an expression of the debugger: the page's security policy allows no inline script.
  await page.evaluate(axeSource);
  const { violations: found } = await page.evaluate(() =>
    (globalThis as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
  );
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

describe.each(['light', 'dark'] as const)('in %s colours', (colorScheme) => {
  test.each(sitePages.map(({ path }) => path))(
    'axe finds nothing on %s',
    async (path) => {
      const { page, complaints } = await openPage(site.browser, site.address, {
        path,
        colorScheme,
        reducedMotion: 'reduce',
      });
      expect(await violations(page)).toEqual([]);
      expect(complaints).toEqual([]);
    },
    120_000,
  );

  test('nor while two digits are read, speeds are compared and a message is shown', async () => {
    const { page } = await openPage(site.browser, site.address, {
      query: '?backend=quantum',
      colorScheme,
      reducedMotion: 'reduce',
    });
    await drawDigit(page, 4, 2, { left: 0.02, top: 0.2, size: 0.5 });
    await drawDigit(page, 2, 1, { left: 0.5, top: 0.2, size: 0.5 });
    await page.getByRole('button', { name: 'Compare their speed' }).click();
    await page.locator('tbody tr').nth(2).waitFor({ state: 'attached', timeout: 60_000 });
    expect(await violations(page)).toEqual([]);
  }, 120_000);
});

test('nothing is shifted once the page is shown', async () => {
  const { page } = await openPage(site.browser, site.address, { viewport: { width: 390, height: 844 } });
  await page.waitForTimeout(3000);
  const shift = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) =>
          resolve(
            list
              .getEntries()
              .reduce((sum, entry) => sum + (entry as { value?: number } & PerformanceEntry).value!, 0),
          ),
        ).observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => resolve(0), 3000);
      }),
  );
  expect(shift).toBeLessThan(0.01);
}, 120_000);
