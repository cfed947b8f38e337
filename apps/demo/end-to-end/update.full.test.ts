import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openPage } from './open-page';
import { builtSite, useSite } from './site';
import { waitUntilKept } from './wait-until-kept';

// A copy, which changes while somebody visits it.
const folder = mkdtempSync(join(tmpdir(), 'lenet-demo-update-'));
cpSync(builtSite, folder, { recursive: true });
afterAll(() => rmSync(folder, { recursive: true }));
const site = useSite({ folder });

test('a new version waits until the visitor takes it, and then it is there', async () => {
  const { page, complaints } = await openPage(site.browser, site.address, { query: '?backend=engine' });
  await waitUntilKept(page);
  const isNew = () => page.evaluate(() => document.documentElement.outerHTML.includes('<!-- version 2 -->'));

  const index = join(folder, 'index.html');
  writeFileSync(index, readFileSync(index, 'utf8').replace('</body>', '<!-- version 2 --></body>'));
  const worker = join(folder, 'service-worker.js');
  const list = readFileSync(worker, 'utf8');
  const changed = list.replace(/("?url"?:"\/index\.html","?revision"?:")[0-9a-f]{16}"/, '$1version2"');
  expect(changed).not.toBe(list);
  writeFileSync(worker, changed);

  await page.reload();
  const notice = page.getByText('A new version of this site is ready.');
  await notice.waitFor({ timeout: 60_000 });
  expect(await isNew()).toBe(false);
  await page.getByRole('button', { name: 'Use it now' }).click();
  await expect.poll(isNew, { timeout: 60_000 }).toBe(true);
  await page.locator('[data-testid="answer"][data-backend="engine"]').waitFor({ timeout: 60_000 });
  expect(await notice.count()).toBe(0);
  expect(complaints).toEqual([]);
}, 240_000);
