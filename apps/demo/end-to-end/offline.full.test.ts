import type { BrowserContext, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { drawRing } from './draw';
import { openPage } from './open-page';
import { useSite } from './site';
import { waitUntilKept } from './wait-until-kept';

const site = useSite();

async function visit(query = ''): Promise<{ page: Page; context: BrowserContext; complaints: string[] }> {
  const { page, complaints } = await openPage(site.browser, site.address, { query });
  await waitUntilKept(page);
  return { page, context: page.context(), complaints };
}

test.each(['engine', 'wasm', 'cpu'])(
  'without a network, %s reads after the first visit',
  async (backend) => {
    const { page, context, complaints } = await visit(`?backend=engine&model=lenet-report`);
    await context.setOffline(true);
    await page.goto(`${site.address}?backend=${backend}&model=lenet-report`);
    await page.locator(`[data-testid="answer"][data-backend="${backend}"]`).waitFor({ timeout: 60_000 });
    expect(await drawRing(page)).toMatchObject({ digit: '0', backend });
    expect(complaints).toEqual([]);
  },
  240_000,
);

test('from the second visit on the page is isolated, where the host sends no headers', async () => {
  const { page, complaints } = await visit('?model=lenet-report');
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(false);
  await page.reload();
  await page.locator('[data-testid="answer"][data-backend="wasm"]').waitFor({ timeout: 60_000 });
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
  expect((await drawRing(page)).digit).toBe('0');
  expect(complaints).toEqual([]);
}, 240_000);

test('it can be installed: a manifest with a name, a start and icons that are there', async () => {
  const { page } = await visit('?backend=engine');
  const browser = await page.context().newCDPSession(page);
  expect(await browser.send('Page.getInstallabilityErrors')).toEqual({ installabilityErrors: [] });
  expect((await browser.send('Page.getAppManifest')).errors).toEqual([]);
  const href = await page.locator('link[rel="manifest"]').getAttribute('href');
  const manifest = await page.evaluate(async (url) => (await fetch(url)).json(), href!);
  expect(manifest).toMatchObject({ short_name: 'Lenet', display: 'standalone', start_url: '/' });
  for (const { src, sizes } of manifest.icons) {
    const size = await page.evaluate(async (url) => {
      const bitmap = await createImageBitmap(await (await fetch(url)).blob());
      return `${bitmap.width}x${bitmap.height}`;
    }, src);
    expect(size).toBe(sizes);
  }
}, 120_000);
