// A whole training as a visitor starts it: how good it gets, whether the page stays free, and whether `lenet`
// reads what is downloaded.
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { unzipFiles } from '../src/model-files/zip-files';
import { mainThreadTasks } from './main-thread-tasks';
import { openPage } from './open-page';
import { useSite } from './site';
import { waitForData } from './wait-for-data';

const site = useSite();
const lenet = fileURLToPath(new URL('../node_modules/@lenet/trainer/dist/bin.js', import.meta.url));

test('the training that the page proposes gets above 97 %, the page stays free, and lenet evaluates it', async () => {
  const { page, complaints } = await openPage(site.browser, site.address, { path: '/train/' });
  // Charts and scripts are there.
  await page.waitForTimeout(2000);
  const tasks = await mainThreadTasks(site.browser, page, async () => {
    await page.getByTestId('train').click();
    await waitForData(page, 'training', 'phase', 'finished', 200_000);
  });
  const told = await page.getByTestId('training').evaluate((element) => ({ ...element.dataset }));
  process.stdout.write(
    `${told.accuracy} in ${told.seconds} s by ${told.backend}; ${tasks.length} tasks, the longest ${tasks[0]} ms\n`,
  );
  expect(Number(told.accuracy)).toBeGreaterThanOrEqual(0.97);
  expect(tasks.length).toBeGreaterThan(50);
  expect(tasks[0]).toBeLessThan(50);
  expect(complaints).toEqual([]);

  const [download] = await Promise.all([page.waitForEvent('download'), page.getByTestId('download').click()]);
  const folder = mkdtempSync(join(tmpdir(), 'lenet-demo-'));
  try {
    for (const [name, bytes] of unzipFiles(await readFile(await download.path())))
      writeFileSync(join(folder, name), bytes);
    const { stdout } = await promisify(execFile)(process.execPath, [
      lenet,
      'evaluate',
      folder,
      '--data',
      'synthetic',
      '--json',
    ]);
    const { accuracy } = JSON.parse(stdout).test ?? JSON.parse(stdout);
    expect(accuracy).toBeGreaterThan(0.95);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
