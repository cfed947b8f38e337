// The page of this folder in Chromium, with and without cross-origin isolation, under a strict policy: whatever
// the threads, it trains the bits that Node does.
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { launchChromium, type Site, serveFolder } from '@lenet/chromium';
import { lenetReport } from '@lenet/core';
import { generateDigits } from '@lenet/core/synthetic';
import { createClassifier, createLearner } from '@lenet/engine';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { trainDigits } from './train-digits.js';

const here = fileURLToPath(new URL('.', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'lenet-page-'));
const isolation = {
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
};
const policyWith = (workers: string) => ({
  'content-security-policy': `default-src 'none'; img-src data:; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; ${workers}`,
});
const policy = policyWith("worker-src 'self'");
const noWorkers = policyWith("worker-src 'none'");
// A worker cannot be started by a plain address then.
const trusted = policyWith("worker-src 'self'; require-trusted-types-for 'script'");

const sites: Site[] = [];
let browser: Browser;
/** What Node gets, on one thread. */
let expected: { weights: string; logits: string };

async function serve(headers: Record<string, string>): Promise<string> {
  const site = await serveFolder(folder, headers);
  sites.push(site);
  return site.url;
}

beforeAll(async () => {
  const workerScript = fileURLToPath(import.meta.resolve('@lenet/engine/worker'));
  await build({
    entryPoints: {
      page: join(here, 'page.ts'),
      'page-that-computes': join(here, 'page-that-computes.ts'),
      'training-worker': join(here, 'training-worker.ts'),
      // Where the engine looks for it without being told: beside the file that starts it.
      'worker-browser': workerScript,
    },
    bundle: true,
    format: 'esm',
    outdir: folder,
    logLevel: 'silent',
  });
  cpSync(join(folder, 'worker-browser.js'), join(folder, 'elsewhere', 'threads.js'));
  writeFileSync(join(folder, 'idle.js'), 'postMessage("ready");');
  cpSync(join(here, 'index.html'), join(folder, 'index.html'));
  cpSync(join(here, 'compute.html'), join(folder, 'compute.html'));
  browser = await launchChromium();

  const learner = await createLearner(lenetReport, { seed: 1, threads: 1 });
  for await (const _ of trainDigits(learner, { imageCount: 410, epochs: 2 }));
  const weights = await learner.weights();
  const classifier = await createClassifier(lenetReport, weights);
  const logits = await classifier.classify(generateDigits({ seed: 2, count: 300 }));
  expected = { weights: sha256(weights.map(({ values }) => values)), logits: sha256([logits]) };
  await Promise.all([learner.dispose(), classifier.dispose()]);
}, 120_000);

afterEach(async () => {
  await Promise.all(browser.contexts().map((context) => context.close()));
});

afterAll(async () => {
  await browser?.close();
  await Promise.all(sites.map((site) => site.close()));
  rmSync(folder, { recursive: true, force: true });
}, 60_000);

function sha256(arrays: readonly Float32Array[]): string {
  const hash = createHash('sha256');
  for (const array of arrays) hash.update(new Uint8Array(array.buffer));
  return hash.digest('hex');
}

/** Presses "Train" and waits for the end. */
async function train(url: string): Promise<{ page: Page; text: string; complaints: string[] } & Answer> {
  const page = await browser.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(url);
  await page.locator('#train').click();
  return { page, ...(await answerOf(page)), complaints };
}

interface Answer {
  readonly text: string;
  readonly state: string;
  readonly weights?: string;
  readonly logits?: string;
  readonly turns?: string;
}

async function answerOf(page: Page): Promise<Answer> {
  await page.locator('#answer[data-state]').waitFor({ state: 'attached', timeout: 60_000 });
  return page.locator('#answer').evaluate((element: HTMLOutputElement) => ({
    text: element.value,
    ...(element.dataset as { state: string }),
  }));
}

const threadsIn = (count: number) =>
  `Trained by Lenet engine strict, ${count} ${count === 1 ? 'thread' : 'threads'}`;

describe.each([
  { site: 'an isolated page', headers: { ...isolation, ...policy }, isIsolated: true },
  { site: 'a page that is not isolated', headers: policy, isIsolated: false },
])('in the worker of $site', ({ headers, isIsolated }) => {
  test.each([1, 2, 4])('%i threads that are asked for train the bits of Node', async (threads) => {
    const url = await serve(headers);
    const { page, text, weights, turns, complaints } = await train(`${url}?threads=${threads}`);
    expect(complaints).toEqual([]);
    expect(text).toBe(threadsIn(isIsolated ? threads : 1));
    expect(weights).toBe(expected.weights);
    expect(await page.evaluate(() => crossOriginIsolated)).toBe(isIsolated);
    // A page that is held up gets no turn at all.
    expect(Number(turns)).toBeGreaterThan(5);
  });

  test('the page stays free, and can end the training', async () => {
    const page = await browser.newPage();
    await page.goto(`${await serve(headers)}?epochs=100000&threads=2`);
    await page.locator('#train').click();
    await page.getByText(/^Epoch \d+: loss/).waitFor({ state: 'attached' });
    await page.locator('#stop').click();
    expect((await answerOf(page)).text).toBe(threadsIn(isIsolated ? 2 : 1));
  });
});

test('without a number of threads, an isolated page takes the cores that it sees', async () => {
  const { page, text, weights } = await train(await serve({ ...isolation, ...policy }));
  const cores = await page.evaluate(() => navigator.hardwareConcurrency);
  expect(text).toBe(threadsIn(Math.min(8, cores)));
  expect(weights).toBe(expected.weights);
});

describe('workers come from workerUrl', () => {
  test.each([
    ['elsewhere/threads.js', 2],
    ['missing.js', 1],
    // A script of another kind: it says something else, and is sent nothing.
    ['training-worker.js', 1],
    // One that says that it is there, but never works nor ends: the calling thread does all.
    ['idle.js', 2],
  ])('%s: %i threads', async (workerUrl, threads) => {
    const url = await serve({ ...isolation, ...policy });
    const { text, weights } = await train(`${url}?threads=2&workerUrl=${workerUrl}`);
    expect(text).toBe(threadsIn(threads));
    expect(weights).toBe(expected.weights);
  });
});

describe('on the thread of the page itself, which may not sleep', () => {
  test.each([
    { given: 'isolated', headers: { ...isolation, ...policy }, threads: 4, running: 4 },
    { given: 'not isolated', headers: policy, threads: 4, running: 1 },
    { given: 'workers are denied', headers: { ...isolation, ...noWorkers }, threads: 2, running: 1 },
    { given: 'trusted types are asked for', headers: { ...isolation, ...trusted }, threads: 2, running: 1 },
  ])('$given: $running of $threads threads give the bits of Node', async ({ headers, threads, running }) => {
    const url = await serve(headers);
    const { text, weights, logits } = await train(`${url}compute.html?threads=${threads}`);
    expect(text).toBe(threadsIn(running));
    expect({ weights, logits }).toEqual(expected);
  });
});
