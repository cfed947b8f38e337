// Programs of people who install the published packages: what the documentation promises them works, on every
// Node that we promise and in other runtimes, and gives what the sources give.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { serveFolder } from '@lenet/chromium';
import { createPlainClassifier, lenetReport } from '@lenet/core';
import { loadModelFolder } from '@lenet/core/models';
import { generateDigits } from '@lenet/core/synthetic';
import { createTfjsLearner } from '@lenet/core/tfjs';
import { createLearner } from '@lenet/engine';
import { recognize } from '@lenet/recognizer';
import { repositoryRoot, run } from '@lenet/release';
import { provideRuntime, runtimes } from '@lenet/runtimes';
import '@tensorflow/tfjs-backend-cpu';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { encodeGreyPng } from './encode-grey-png.ts';

const { folder, environment, packages } = inject('release');
const consumers = fileURLToPath(new URL('../consumers', import.meta.url));
const digits = generateDigits({ seed: 1, count: 10, split: 'test' });
const first = { pixels: digits.pixels.subarray(0, 784), width: 28, height: 28 };
const pixelsOf = ({ pixels }: { pixels: Uint8Array }) => JSON.stringify({ pixels: [...pixels] });
const versionOf = (name: string) => packages.find((candidate) => candidate.name === name)!.version;
const indices = (count: number) => Uint32Array.from({ length: count }, (_, index) => index);

/** A new folder outside of the repository with programs of `consumers` in it. */
function project(name: string, programs: readonly string[]): string {
  const path = mkdtempSync(join(folder, `${name}-`));
  writeFileSync(join(path, 'package.json'), '{ "private": true, "type": "module" }');
  for (const program of programs) cpSync(join(consumers, program), join(path, program), { recursive: true });
  return path;
}

const npmInstall = (cwd: string, ...names: string[]) =>
  run('npm', ['install', '--no-audit', '--no-fund', ...names], { cwd, environment });

describe('a project with npm', () => {
  let cwd: string;

  beforeAll(async () => {
    const programs = ['use-core.mjs', 'read-picture.mjs', 'read-pixels.mjs', 'read-pixels.cjs'];
    cwd = project('npm', programs);
    const names = ['core', 'engine', 'recognizer', 'trainer', 'model-artifacts'].map(
      (name) => `@lenet/${name}`,
    );
    await npmInstall(cwd, ...names, 'sharp@0.35.5');
    // Black on white, with a margin, as a scanner gives it.
    const paper = new Uint8Array(64 * 64).fill(255);
    for (let row = 0; row < 28; row++) {
      for (let column = 0; column < 28; column++) {
        paper[(row + 18) * 64 + column + 18] = 255 - first.pixels[row * 28 + column];
      }
    }
    writeFileSync(join(cwd, 'digit.png'), encodeGreyPng(paper, 64, 64));
  }, 600_000);

  const node22 = { name: 'Node 22', program: process.execPath };
  const programs = [...runtimes.map((runtime) => ({ ...runtime, program: undefined })), node22];

  /** What `node program` prints, as JSON. */
  async function answerOf(program: string, args: readonly string[], input = ''): Promise<unknown> {
    const { stdout } = await run(program, args, { cwd, environment, input });
    return JSON.parse(stdout);
  }

  async function read() {
    const { digit, probability } = await recognize(first);
    const learner = await createLearner(lenetReport, { seed: 1, threads: 2 });
    await learner.load(generateDigits({ seed: 1, count: 64 }));
    const { loss } = await learner.step({ indices: indices(64), learningRate: 1e-3, epoch: 1 });
    await learner.dispose();
    return { digit, probability, loss };
  }

  test.each(programs)(
    '$name: ES modules, CommonJS and a picture give what the sources give',
    async ({ name, program }) => {
      const runtime = runtimes.find((candidate) => candidate.name === name);
      const node = program ?? (await provideRuntime(runtime!));
      expect(await answerOf(node, ['use-core.mjs'])).toMatchObject({
        pixelsAreTheSame: true,
        accuracy: 0.75,
      });
      expect(await answerOf(node, ['read-pixels.mjs'], pixelsOf(first))).toEqual(await read());
      expect(await answerOf(node, ['read-pixels.cjs'])).toEqual({
        digit: digits.labels[0],
        label: digits.labels[0],
      });
      expect(await answerOf(node, ['read-picture.mjs', 'digit.png'])).toEqual({
        digit: digits.labels[0],
        decision: 'digit',
      });
    },
    600_000,
  );

  test.each(programs.filter(({ name }) => name.startsWith('Node')))(
    '$name: the lenet command trains, and reads a picture',
    async ({ name, program }) => {
      const runtime = runtimes.find((candidate) => candidate.name === name);
      const node = program ?? (await provideRuntime(runtime!));
      const lenet = join('node_modules', '@lenet', 'trainer', 'dist', 'bin.js');
      const small = ['--data', 'synthetic', '--train-images', '600', '--test-images', '100', '--epochs', '1'];
      const out = ['--out', `runs-${name.replace(' ', '-')}`, '--json', '--quiet'];
      expect(await answerOf(node, [lenet, 'train', ...small, ...out])).toMatchObject({ epochs: 1 });
      expect(await answerOf(node, [lenet, 'predict', 'digit.png', '--json'])).toMatchObject({
        digit: digits.labels[0],
        decision: 'digit',
      });
    },
    600_000,
  );

  test('Deno reads and trains to the same bits', async () => {
    const tool = project('deno', []);
    await npmInstall(tool, 'deno@2.9.6');
    const deno = join(tool, 'node_modules', '.bin', 'deno');
    const args = ['run', '--allow-read', '--allow-env', '--allow-sys', '--node-modules-dir=manual'];
    const { stdout } = await run(deno, [...args, 'read-pixels.mjs'], {
      cwd,
      environment: { ...environment, DENO_DIR: join(folder, 'deno-cache'), DENO_NO_UPDATE_CHECK: '1' },
      input: pixelsOf(first),
    });
    expect(JSON.parse(stdout)).toEqual(await read());
  }, 600_000);

  test('onnxruntime alone runs what lenet export wrote, with the logits of the published weights', async () => {
    const model = join('node_modules', '@lenet', 'model-artifacts', 'models', 'lenet-report');
    await run('npx', ['lenet', 'export', model, '--format', 'onnx', '--out', 'exported'], {
      cwd,
      environment,
    });
    const path = project('onnx', ['run-onnx.mjs']);
    await npmInstall(path, '--ignore-scripts', 'onnxruntime-node@1.30.0');
    const file = join(cwd, 'exported', 'lenet-report', 'model.onnx');
    const { stdout } = await run(process.execPath, ['run-onnx.mjs', file], {
      cwd: path,
      environment,
      input: pixelsOf(digits),
    });
    const { logits } = JSON.parse(stdout);
    const expected = await published(join(cwd, 'node_modules', '@lenet', 'model-artifacts'));
    expect(Math.max(...expected.map((logit, index) => Math.abs(logit - logits[index])))).toBeLessThan(1e-4);
  }, 600_000);
});

/** Logits of the published weights, computed by core's plain classifier. */
async function published(artifacts: string): Promise<number[]> {
  const path = join(artifacts, 'models', 'lenet-report');
  const { architecture, weights } = await loadModelFolder(async (name) => readFileSync(join(path, name)));
  return [...(await createPlainClassifier(architecture, weights).classify(digits))];
}

describe('a project with pnpm, whose folder of packages is strict', () => {
  let cwd: string;

  beforeAll(async () => {
    cwd = project('pnpm', ['train-on-tfjs.mjs', 'load-with-tfjs.mjs']);
    // A version that was published a minute ago is passed over otherwise.
    writeFileSync(
      join(cwd, 'pnpm-workspace.yaml'),
      "minimumReleaseAgeExclude: ['@lenet/*']\nallowBuilds: { core-js: false }\n",
    );
    const pnpm = join(repositoryRoot, 'node_modules', '.bin', 'pnpm');
    const names = ['@lenet/core', '@lenet/model-artifacts', '@tensorflow/tfjs@4.22.0'];
    await run(pnpm, ['add', ...names], { cwd, environment });
  }, 600_000);

  test('@tensorflow/tfjs is all of TensorFlow.js that core needs to train', async () => {
    const { stdout } = await run(process.execPath, ['train-on-tfjs.mjs'], { cwd, environment });
    const learner = createTfjsLearner(lenetReport, { seed: 1 });
    await learner.load(generateDigits({ seed: 1, count: 16 }));
    const { loss } = await learner.step({ indices: indices(16), learningRate: 1e-3, epoch: 1 });
    await learner.dispose();
    expect(JSON.parse(stdout).loss).toBeCloseTo(loss, 5);
  }, 300_000);

  test('TensorFlow.js alone loads the published weights and reads with them', async () => {
    const artifacts = join(cwd, 'node_modules', '@lenet', 'model-artifacts');
    const site = await serveFolder(join(artifacts, 'models', 'lenet-report'));
    try {
      const { stdout } = await run(process.execPath, ['load-with-tfjs.mjs', `${site.url}model.json`], {
        cwd,
        environment,
        input: pixelsOf(digits),
      });
      const logits = await published(artifacts);
      const best = [...digits.labels].map((_, image) => {
        const row = logits.slice(10 * image, 10 * image + 10);
        return row.indexOf(Math.max(...row));
      });
      expect(JSON.parse(stdout)).toEqual({ parameters: 44_426, digits: best });
    } finally {
      await site.close();
    }
  }, 300_000);
});

describe('a strict TypeScript project', () => {
  let cwd: string;

  beforeAll(async () => {
    cwd = project('types', ['types']);
    const names = ['core', 'engine', 'recognizer'].map((name) => `@lenet/${name}`);
    const tensorflow = ['core', 'layers'].map((name) => `@tensorflow/tfjs-${name}@4.22.0`);
    await npmInstall(cwd, ...names, ...tensorflow, 'typescript@7.0.2', '@types/node@20.19.43');
  }, 600_000);

  async function compile(options: Readonly<Record<string, unknown>>): Promise<void> {
    const compilerOptions = {
      target: 'ES2022',
      lib: ['ES2023', 'DOM'],
      types: ['node'],
      strict: true,
      exactOptionalPropertyTypes: true,
      noUncheckedIndexedAccess: true,
      verbatimModuleSyntax: true,
      // TensorFlow.js brings types of WebGPU that clash with those of TypeScript.
      skipLibCheck: true,
      rootDir: 'types',
      ...options,
    };
    writeFileSync(join(cwd, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['types/index.ts'] }));
    await run(process.execPath, [join('node_modules', 'typescript', 'bin', 'tsc')], { cwd, environment });
  }

  test('compiles for Node (NodeNext), and what comes out runs', async () => {
    mkdirSync(join(cwd, 'out'), { recursive: true });
    await compile({ module: 'NodeNext', outDir: 'out' });
    const { stdout } = await run(process.execPath, [join('out', 'index.js')], { cwd, environment });
    expect(JSON.parse(stdout)).toEqual({
      digit: (await recognize({ ...first, pixels: generateDigits({ seed: 1, count: 1 }).pixels })).digit,
      classes: 2,
      logits: 320,
      decisions: true,
      functions: 5,
    });
  }, 300_000);

  test('compiles for a bundler', async () => {
    await compile({ module: 'ESNext', moduleResolution: 'bundler', noEmit: true });
  }, 300_000);
});

test('npx @lenet/trainer trains as the README says', async () => {
  const cwd = project('npx', []);
  const args = ['--yes', '@lenet/trainer', 'train', '--data', 'synthetic', '--epochs', '1', '--json'];
  const { stdout } = await run('npx', args, { cwd, environment });
  const result = JSON.parse(stdout);
  expect(result).toMatchObject({ epochs: 1 });
  expect(result.test.accuracy).toBeGreaterThan(0.9);
  const recorded = JSON.parse(readFileSync(join(cwd, result.run, 'environment.json'), 'utf8'));
  expect(recorded.lenet).toBe(versionOf('@lenet/trainer'));
}, 600_000);
