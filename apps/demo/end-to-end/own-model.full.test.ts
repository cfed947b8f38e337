import { copyFileSync, mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { drawRing } from './draw';
import { openPage } from './open-page';
import { useSite } from './site';

const site = useSite();
const published = join(
  dirname(createRequire(import.meta.url).resolve('@lenet/model-artifacts/package.json')),
  'models',
  'lenet-report',
);
const root = mkdtempSync(join(tmpdir(), 'lenet-demo-run-'));
afterAll(() => rmSync(root, { recursive: true }));

/** A folder as "lenet train" leaves it, as far as the page cares. */
function makeRun(name: string): string {
  const run = join(root, name);
  mkdirSync(join(run, 'model'), { recursive: true });
  writeFileSync(join(run, 'config.json'), '{}');
  for (const file of ['manifest.json', 'model.json', 'weights.bin']) {
    copyFileSync(join(published, file), join(run, 'model', file));
  }
  return run;
}

test('the folder of a run is taken, and its network reads', async () => {
  const { page, complaints } = await openPage(site.browser, site.address, {
    query: '?backend=engine&model=lenet-report',
  });
  await page.getByTestId('run-folder').setInputFiles(makeRun('good'));
  await page.locator('option', { hasText: 'lenet-report (your own)' }).waitFor({ state: 'attached' });
  await page.locator('[data-testid="answer"][data-backend="engine"]').waitFor();
  expect((await drawRing(page)).digit).toBe('0');
  expect(complaints).toEqual([]);
}, 120_000);

test.each([
  [
    'cut short',
    (run: string) => truncateSync(join(run, 'model', 'weights.bin'), 1000),
    'Your model cannot be used. Model file "weights.bin": expected 177704 bytes, got 1000. It is cut short. Take the whole folder again from where it came from.',
  ],
  [
    'without a model',
    (run: string) => rmSync(join(run, 'model'), { recursive: true }),
    'Expected the folder of a run of "lenet train", or its model folder, with a manifest.json; got 1 files without one.',
  ],
])(
  'a run that is %s gets a message, and the network before it reads on',
  async (name, damage, message) => {
    const { page } = await openPage(site.browser, site.address, {
      query: '?backend=engine&model=lenet-report',
    });
    const run = makeRun(name.replaceAll(' ', '-'));
    damage(run);
    await page.getByTestId('run-folder').setInputFiles(run);
    const alert = page.locator('main').getByRole('alert');
    await alert.waitFor({ state: 'attached', timeout: 30_000 });
    expect(await alert.textContent()).toBe(message);
    expect((await drawRing(page)).digit).toBe('0');
  },
  120_000,
);
