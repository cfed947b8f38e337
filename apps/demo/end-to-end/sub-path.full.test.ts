import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { drawRing } from './draw';
import { openPage } from './open-page';
import { useSite } from './site';
import { waitUntilKept } from './wait-until-kept';

const demo = fileURLToPath(new URL('..', import.meta.url));
const name = 'out-sub-path';
const folder = fileURLToPath(new URL(`../${name}`, import.meta.url));
const basePath = '/some/lenet';

beforeAll(() => {
  const { status, stderr } = spawnSync(process.execPath, ['build/build.mjs'], {
    cwd: demo,
    env: { ...process.env, LENET_BASE_PATH: basePath, LENET_OUT_FOLDER: name },
    encoding: 'utf8',
  });
  expect(status, stderr).toBe(0);
}, 600_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const site = useSite({ folder, basePath });

test('built for a sub-path, the site works there, offline too', async () => {
  const { page, complaints } = await openPage(site.browser, site.address, { query: '?model=lenet-report' });
  expect(new URL(page.url()).pathname).toBe('/some/lenet/');
  await page.locator('[data-testid="answer"][data-backend="wasm"]').waitFor({ timeout: 60_000 });
  await waitUntilKept(page);
  await page.context().setOffline(true);
  await page.reload();
  await page.locator('[data-testid="answer"][data-backend="wasm"]').waitFor({ timeout: 60_000 });
  expect((await drawRing(page)).digit).toBe('0');
  expect(complaints).toEqual([]);
}, 240_000);
