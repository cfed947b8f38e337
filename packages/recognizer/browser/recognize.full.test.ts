// The page of this folder in Chromium, under a strict policy: every kind of picture gives the numbers of Node.
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { launchChromium, type Site, serveFolder } from '@lenet/chromium';
import { recognize } from '@lenet/recognizer';
import { build } from 'esbuild';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Answer } from './answer.ts';
import { digitOnPaper } from './read-pictures.ts';

const here = fileURLToPath(new URL('.', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'lenet-page-'));
const kinds = ['pixels', 'ImageData', 'OffscreenCanvas', 'Blob', 'File', 'ImageBitmap'];
const sites: Site[] = [];
let browser: Browser;
let expected: readonly number[];

beforeAll(async () => {
  await build({
    entryPoints: ['page', 'worker'].map((name) => join(here, `${name}.ts`)),
    bundle: true,
    format: 'esm',
    outdir: folder,
    logLevel: 'silent',
  });
  cpSync(join(here, 'index.html'), join(folder, 'index.html'));
  browser = await launchChromium();
  expected = [...(await recognize(digitOnPaper())).probabilities];
});

afterEach(async () => {
  await Promise.all(browser.contexts().map((context) => context.close()));
});

afterAll(async () => {
  await browser?.close();
  await Promise.all(sites.map((site) => site.close()));
  rmSync(folder, { recursive: true, force: true });
});

/** @param scripts sources that the page's policy allows for scripts */
async function open(scripts: string, query = ''): Promise<{ answer: Answer; complaints: string[] }> {
  const site = await serveFolder(folder, {
    'content-security-policy': `default-src 'none'; img-src data:; script-src ${scripts}; worker-src 'self'`,
  });
  sites.push(site);
  const page = await browser.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(`${site.url}${query}`);
  const output = page.locator('output[data-done]');
  await output.waitFor({ state: 'attached' });
  return { answer: JSON.parse((await output.textContent())!), complaints };
}

const readAs = (backend: string, names: readonly string[]): Answer => ({
  probabilities: Object.fromEntries(names.map((name) => [name, expected])),
  backend,
});

test.each([
  { place: 'on the thread of a page', query: '', names: [...kinds, 'HTMLCanvasElement'] },
  { place: 'in a worker', query: '?worker', names: kinds },
])('every kind of picture gives the numbers of Node $place', async ({ query, names }) => {
  const { answer, complaints } = await open("'self' 'wasm-unsafe-eval'", query);
  expect(answer).toEqual(readAs('engine', names));
  expect(complaints).toEqual([]);
});

test('where the policy forbids WebAssembly, plain TypeScript reads the same digit', async () => {
  const { answer } = await open("'self'");
  expect(answer.backend).toBe('plain');
  const [first, ...others] = Object.values(answer.probabilities);
  for (const [digit, probability] of first.entries()) expect(probability).toBeCloseTo(expected[digit], 5);
  for (const probabilities of others) expect(probabilities).toEqual(first);
});
