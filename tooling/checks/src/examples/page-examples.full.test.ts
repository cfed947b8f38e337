// The examples of the documents that need a page, in Chromium: bundled as a reader would, on a page with what they look
// for (a canvas on which a one is drawn, an input for files, an output), beside the folder of a model.
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchChromium, type Site, serveFolder } from '@lenet/chromium';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { documents } from '../documents/documents.ts';
import { publishedFolders, root } from '../repository.ts';
import { readmeExamples } from './collect-examples.ts';
import { linkPackages } from './link-packages.ts';

const examples = documents()
  .flatMap(readmeExamples)
  .filter(({ runs }) => !runs)
  // What listens for messages is the script of a worker.
  .map(({ path, line, code }) => ({
    place: `${path}:${line}`,
    code,
    worker: code.includes("addEventListener('message'"),
  }));
const inPage = examples.filter(({ worker }) => !worker);
const inWorker = examples.filter(({ worker }) => worker);

const pageOf = (script: string) => `<!doctype html>
<title>An example</title>
<link rel="icon" href="data:," />
<canvas width="280" height="280"></canvas><input type="file" /><output></output>
<script>
  const context = document.querySelector('canvas').getContext('2d');
  context.lineWidth = 24;
  context.lineCap = 'round';
  context.moveTo(140, 40);
  context.lineTo(136, 240);
  context.stroke();
</script>
<script type="module">${script}</script>
`;

let browser: Awaited<ReturnType<typeof launchChromium>>;
let folder: string;
let site: Site;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lenet-pages-'));
  linkPackages(join(folder, 'node_modules'), publishedFolders());
  const model = join(root, 'packages/model-artifacts/models/lenet-report');
  cpSync(model, join(folder, 'model'), { recursive: true });
  site = await serveFolder(folder);
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
  rmSync(folder, { recursive: true });
});

/** Bundles an example and opens a page with it. */
async function open(code: string, script: string) {
  await build({
    stdin: { contents: code, loader: 'ts', resolveDir: folder },
    bundle: true,
    format: 'esm',
    outfile: join(folder, 'example.js'),
    logLevel: 'error',
  });
  writeFileSync(join(folder, 'index.html'), pageOf(script));
  const page = await browser.newPage();
  /** What it tells, complaints included. */
  const told: string[] = [];
  page.on('console', (message) => void told.push(message.text()));
  page.on('pageerror', (error) => void told.push(`${error}`));
  await page.goto(site.url);
  return { page, told };
}

test.each(inPage)('the example at $place reads a digit in a page', async ({ code }) => {
  const { page, told } = await open(code, "import './example.js';");
  await page.locator('canvas').dispatchEvent('pointerup');
  await page.locator('input').setInputFiles({
    name: 'one.png',
    mimeType: 'image/png',
    buffer: await page.locator('canvas').screenshot(),
  });
  const output = page.locator('output');
  const answer = async () => told.join('\n') || (await output.textContent());
  await expect.poll(answer, { timeout: 60_000 }).not.toBe('');
  expect(await answer()).toMatch(/^(1|1, \d+ %|\{.*\bdigit: 1\b.*\})$/);
  await page.close();
});

test.each(inWorker)('the example at $place works in a worker of a page', async ({ code }) => {
  const start = `
    const worker = new Worker('example.js', { type: 'module' });
    worker.addEventListener('message', ({ data }) => console.log(Array.isArray(data) ? 'weights' : Object.keys(data).join(' ')));
    worker.addEventListener('error', ({ message }) => console.log(message));
    worker.postMessage('start');`;
  const { page, told } = await open(code, start);
  // The epochs, then the weights.
  await expect.poll(() => told.at(-1), { timeout: 120_000 }).toBe('weights');
  expect(told.slice(0, -1).every((line) => line.includes('training'))).toBe(true);
  expect(told.length).toBeGreaterThan(1);
  await page.close();
});

test('there are examples of both kinds', () => {
  expect([inPage.length > 0, inWorker.length > 0]).toEqual([true, true]);
});
