import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { drawRing } from './draw';
import { openPage } from './open-page';
import { useSite } from './site';
import { waitForData } from './wait-for-data';

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

function damageByte(path: string): void {
  const bytes = readFileSync(path);
  bytes[1000] ^= 1;
  writeFileSync(path, bytes);
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

test('the folder of a run that is dropped on the page is taken, and a broken one is not', async () => {
  const { page, complaints } = await openPage(site.browser, site.address, {
    query: '?backend=engine&model=lenet-report',
  });
  const drag = await page.context().newCDPSession(page);
  const drop = async (folder: string) => {
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
      const data = { items: [], files: [folder], dragOperationsMask: 1 };
      await drag.send('Input.dispatchDragEvent', { type, x: 200, y: 300, data });
      if (type !== 'dragOver') continue;
      await page.getByText('Drop a picture of digits, or the folder of a run').waitFor();
    }
  };
  await drop(makeRun('dropped'));
  await page.locator('option', { hasText: 'lenet-report (your own)' }).waitFor({ state: 'attached' });
  await page.locator('[data-testid="answer"][data-backend="engine"]').waitFor();
  expect((await drawRing(page)).digit).toBe('0');
  const broken = makeRun('dropped-and-broken');
  rmSync(join(broken, 'model', 'weights.bin'));
  await drop(broken);
  const alert = page.locator('main').getByRole('alert');
  await alert.waitFor({ state: 'attached' });
  expect(await alert.textContent()).toBe(
    'Your model cannot be used. Model file "weights.bin": cannot be read (it is not there). Take the whole folder again from where it came from.',
  );
  expect(complaints).toEqual([]);
}, 180_000);

const damagedRuns: [string, (run: string) => void, string][] = [
  [
    'cut short',
    (run: string) => truncateSync(join(run, 'model', 'weights.bin'), 1000),
    'Your model cannot be used. Model file "weights.bin": expected 177704 bytes, got 1000. It is cut short. Take the whole folder again from where it came from.',
  ],
  [
    'damaged',
    (run: string) => damageByte(join(run, 'model', 'weights.bin')),
    'Your model cannot be used. Model file "weights.bin": expected SHA-256 a5cec342f0cb1fadf449c59a2134a0a0c7f25da7d84c8b0f67ca1fad165feb00, got 12a9f8b1aca4ed0e0a311a6909a5c9c4fa2a4d4eede56e8f271bba3c66692750. It was changed. Take the whole folder again from where it came from.',
  ],
  [
    'without a manifest that can be read',
    (run: string) => writeFileSync(join(run, 'model', 'manifest.json'), '{"name": '),
    'Your model cannot be used. Model manifest has a problem:\n- the whole: expected JSON: Unexpected end of JSON input\nExport the model again with "lenet export".',
  ],
  [
    'of another format',
    (run: string) => writeFileSync(join(run, 'model', 'manifest.json'), '{"name": "mine"}'),
    [
      'Your model cannot be used. Model manifest has 9 problems:',
      '- format: expected "lenet-model", got nothing',
      '- formatVersion: expected 1, got nothing',
      '- version: expected text that matches ^\\d+\\.\\d+\\.\\d+(-[0-9A-Za-z.-]+)?$, got nothing',
      '- architecture: expected an object, got nothing',
      '- input: expected an object, got nothing',
      '- classes: expected a list of 2 or more, got nothing',
      '- files: expected a list of 1 or more, got nothing',
      '- training: expected an object, got nothing',
      '- evaluation: expected an object, got nothing',
      'Export the model again with "lenet export".',
    ].join('\n'),
  ],
  [
    'without a model',
    (run: string) => rmSync(join(run, 'model'), { recursive: true }),
    'Expected the folder of a run of "lenet train", or its model folder, with a manifest.json; got 1 files without one.',
  ],
];

test.each(damagedRuns)(
  'a run that is %s gets a message, and the network before it reads on',
  async (name, damage, message) => {
    const { page } = await openPage(site.browser, site.address, {
      query: '?backend=engine&model=lenet-report',
    });
    const run = makeRun(name.replaceAll(' ', '-'));
    damage(run);
    await page.getByTestId('run-folder').setInputFiles(run);
    const alert = page.locator('main').getByRole('alert');
    await alert.waitFor({ state: 'attached' });
    expect(await alert.textContent()).toBe(message);
    expect((await drawRing(page)).digit).toBe('0');
  },
  120_000,
);

test('on the layers page the folder of a run is looked into', async () => {
  const { page, complaints } = await openPage(site.browser, site.address, { path: '/layers/' });
  await waitForData(page, 'layers', 'digit', 'set');
  await page.getByTestId('run-folder').setInputFiles(makeRun('to-look-into'));
  await waitForData(page, 'layers', 'model', 'lenet-report');
  await waitForData(page, 'layers', 'digit', 'set');
  expect(await page.getByTestId('network').inputValue()).toBe('own');
  expect(complaints).toEqual([]);
}, 180_000);

test('on the layers page weights are dropped, and the page says where', async () => {
  const { page } = await openPage(site.browser, site.address, { path: '/layers/' });
  await waitForData(page, 'layers', 'digit', 'set');
  const files = ['manifest.json', 'model.json', 'weights.bin'].map((name) => [
    name,
    readFileSync(join(published, name)).toString('base64'),
  ]);
  const drag = (kind: 'dragover' | 'drop') =>
    page.evaluate(
      ([type, contents]) => {
        const data = new DataTransfer();
        for (const [name, base64] of contents) {
          const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
          data.items.add(new File([bytes], name));
        }
        const options = { dataTransfer: data, bubbles: true, cancelable: true };
        document.body.dispatchEvent(new DragEvent(type, options));
      },
      [kind, files] as const,
    );
  await drag('dragover');
  await page.getByTestId('drop-veil').waitFor({ state: 'attached', timeout: 60_000 });
  await drag('drop');
  await page.getByTestId('drop-veil').waitFor({ state: 'detached', timeout: 60_000 });
  await waitForData(page, 'layers', 'model', 'lenet-report');
  expect(await page.getByTestId('network').inputValue()).toBe('own');
}, 180_000);

test.each(damagedRuns)(
  'on the layers page a run that is %s gets a message, and the network before it is looked into',
  async (name, damage, message) => {
    const { page } = await openPage(site.browser, site.address, { path: '/layers/' });
    const before = await waitForData(page, 'layers', 'model', 'set');
    const run = makeRun(`layers-${name.replaceAll(' ', '-')}`);
    damage(run);
    await page.getByTestId('run-folder').setInputFiles(run);
    const alert = page.locator('main').getByRole('alert');
    await alert.waitFor({ state: 'attached', timeout: 60_000 });
    expect(await alert.textContent()).toBe(message);
    await waitForData(page, 'layers', 'digit', 'set');
    await page.getByTestId('clear').click();
    await waitForData(page, 'layers', 'decision', 'blank');
    expect(await page.getByTestId('layers').getAttribute('data-model')).toBe(before);
  },
  180_000,
);
