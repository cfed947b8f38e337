// Pages of people who install the packages and bundle them with what they have, opened in Chromium: a digit is
// read with nothing configured, and a worker of the page trains with threads. Vite 7 is told two things for that,
// esbuild where the workers are.
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { launchChromium, type Site, serveFolder } from '@lenet/chromium';
import { initialiseWeights, lenetReport } from '@lenet/core';
import { generateDigits } from '@lenet/core/synthetic';
import { createClassifier, createLearner } from '@lenet/engine';
import { pack, publicPackages, repositoryRoot, run } from '@lenet/release';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { startProgram } from './start-program.ts';

const isolation = {
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
};
// Bundlers look at NODE_ENV, which is that of this test.
const environment = { ...process.env, NODE_ENV: undefined, NEXT_TELEMETRY_DISABLED: '1', NO_COLOR: '1' };
const temporary = mkdtempSync(join(tmpdir(), 'lenet-bundlers-'));
const pages = fileURLToPath(new URL('../consumers/pages', import.meta.url));
const tarballs: Record<string, string> = {};
let browser: Browser;
let sites: Pick<Site, 'close'>[] = [];
/** What Node gets: the page must get the same, to the last bit. */
let expected: { digit: number; logits: number[]; loss: number };

beforeAll(async () => {
  for (const source of publicPackages(repositoryRoot)) {
    if (!['@lenet/core', '@lenet/engine', '@lenet/recognizer'].includes(source.name)) continue;
    const folder = join(temporary, source.name.replace('/', '-'));
    mkdirSync(folder);
    tarballs[source.name] = `file:${(await pack(source, folder)).tarball}`;
  }
  browser = await launchChromium();
  expected = await compute();
}, 300_000);

afterEach(async () => {
  await Promise.all(browser.contexts().map((context) => context.close()));
  await Promise.all(sites.map((site) => site.close()));
  sites = [];
}, 60_000);

afterAll(async () => {
  await browser?.close();
  // Six projects with all they installed: some disks take minutes to delete so many files.
  await rm(temporary, { recursive: true, force: true, maxRetries: 3 });
}, 600_000);

/** As consumers/pages/answer.js and training-worker.js do. */
async function compute(): Promise<typeof expected> {
  const classifier = await createClassifier(lenetReport, initialiseWeights(lenetReport, { seed: 1 }));
  const digits = generateDigits({ seed: 1, count: 1, split: 'test' });
  const logits = [...(await classifier.classify(digits))];
  await classifier.dispose();
  const learner = await createLearner(lenetReport, { seed: 1, threads: 1 });
  await learner.load(generateDigits({ seed: 1, count: 64 }));
  const indices = Uint32Array.from({ length: 64 }, (_, index) => index);
  const { loss } = await learner.step({ indices, learningRate: 1e-3, epoch: 1 });
  await learner.dispose();
  return { digit: digits.labels[0], logits, loss };
}

/** A new project outside the repository, with everything installed. */
async function install(name: string): Promise<string> {
  const folder = mkdtempSync(join(temporary, `${name}-`));
  cpSync(join(pages, name), folder, { recursive: true });
  for (const file of ['answer.js', 'main.js', 'training-worker.js']) {
    cpSync(join(pages, file), join(folder, 'src', file));
  }
  const path = join(folder, 'package.json');
  const manifest = JSON.parse(readFileSync(path, 'utf8'));
  manifest.dependencies = { ...manifest.dependencies, ...tarballs };
  // What the packages ask for of each other is in no registry yet.
  manifest.overrides = tarballs;
  writeFileSync(path, JSON.stringify(manifest));
  await run('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline'], { cwd: folder });
  return folder;
}

async function serve(folder: string, headers?: Record<string, string>): Promise<string> {
  const site = await serveFolder(folder, headers);
  sites.push(site);
  return site.url;
}

/** @returns what the page says, and what it complains about */
async function open(url: string): Promise<{ answer: unknown; complaints: string[] }> {
  const page = await browser.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['warning', 'error'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(url);
  const output = page.locator('output[data-done]');
  await output.waitFor({ state: 'attached', timeout: 60_000 });
  return { answer: JSON.parse((await output.textContent())!), complaints };
}

function read() {
  const { digit, logits } = expected;
  return { answer: { digit, logits }, complaints: [] };
}

function readAndTrained() {
  const { digit, logits, loss } = expected;
  const training = { loss, backend: 'Lenet engine strict, 2 threads' };
  return { answer: { digit, logits, training }, complaints: [] };
}

/** Builds, and puts the page beside its scripts where the bundler makes none. */
async function build(folder: string, script: string, output: string): Promise<string> {
  await run('npm', ['run', script], { cwd: folder, environment });
  const html = join(folder, output, 'index.html');
  if (!existsSync(html)) cpSync(join(folder, 'index.html'), html);
  return join(folder, output);
}

test.each([
  { bundler: 'vite', script: 'build', output: 'dist' },
  { bundler: 'vite-7', script: 'build', output: 'dist' },
  { bundler: 'webpack', script: 'build', output: 'dist' },
  { bundler: 'next', script: 'build', output: 'out' },
  { bundler: 'next', script: 'build:webpack', output: 'out' },
])(
  '$bundler, npm run $script: a page reads a digit, and trains with threads where it is isolated',
  async ({ bundler, script, output }) => {
    const folder = await build(await install(bundler), script, output);
    expect(await open(await serve(folder))).toEqual(read());
    expect(await open(`${await serve(folder, isolation)}?threads=2`)).toEqual(readAndTrained());
  },
  300_000,
);

test('esbuild: a page reads a digit with nothing configured, and has threads when told of the workers', async () => {
  const folder = await install('esbuild');
  expect(await open(await serve(await build(folder, 'build', 'dist')))).toEqual(read());
  const url = await serve(await build(folder, 'build:threads', 'dist'), isolation);
  expect(await open(`${url}?threads=2`)).toEqual(readAndTrained());
}, 300_000);

test.each([
  { bundler: 'vite', args: [], query: '', answer: read },
  {
    bundler: 'vite',
    args: ['--config', 'vite.isolated.config.js'],
    query: '?threads=2',
    answer: readAndTrained,
  },
  { bundler: 'vite-7', args: [], query: '?threads=2', answer: readAndTrained },
])(
  'the development server of $bundler $args serves a page that works',
  async ({ bundler, args, query, answer }) => {
    const folder = await install(bundler);
    const vite = join('node_modules', 'vite', 'bin', 'vite.js');
    const server = await startProgram(vite, ['--host', '127.0.0.1', ...args], { cwd: folder, environment });
    sites.push(server);
    expect(await open(`${server.url}${query}`)).toEqual(answer());
  },
  300_000,
);

test.each([['--turbopack'], ['--webpack']])(
  'the development server of next, %s, serves a page that works',
  async (kind) => {
    const folder = await install('next');
    const next = join('node_modules', 'next', 'dist', 'bin', 'next');
    const args = ['dev', kind, '--hostname', '127.0.0.1', '--port', '0'];
    const server = await startProgram(next, args, { cwd: folder, environment });
    sites.push(server);
    expect((await open(server.url)).answer).toEqual(read().answer);
  },
  300_000,
);
