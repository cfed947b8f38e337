// Programs of people who install the published packages: what the documentation promises them works, on every
// Node that we promise and in other runtimes, and gives what the sources give.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { lenetReport } from '@lenet/core';
import { generateDigits } from '@lenet/core/synthetic';
import { createLearner } from '@lenet/engine';
import { recognize } from '@lenet/recognizer';
import { run } from '@lenet/release';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { digits, nodes, npmInstall, pixelsOf, programOf, project } from './consumer-project.ts';
import { encodeGreyPng } from './encode-grey-png.ts';

const { folder, environment, packages } = inject('release');
const first = { pixels: digits.pixels.subarray(0, 784), width: 28, height: 28 };
const versionOf = (name: string) => packages.find((candidate) => candidate.name === name)!.version;

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

  /** What `node program` prints, as JSON. */
  async function answerOf(program: string, args: readonly string[], input = ''): Promise<unknown> {
    const { stdout } = await run(program, args, { cwd, environment, input });
    return JSON.parse(stdout);
  }

  async function read() {
    const { digit, probability } = await recognize(first);
    const learner = await createLearner(lenetReport, { seed: 1, threads: 2 });
    await learner.load(generateDigits({ seed: 1, count: 64 }));
    const indices = Uint32Array.from({ length: 64 }, (_, index) => index);
    const { loss } = await learner.step({ indices, learningRate: 1e-3, epoch: 1 });
    await learner.dispose();
    return { digit, probability, loss };
  }

  test.each([...nodes, 'Bun'])(
    '%s: ES modules, CommonJS and a picture give what the sources give',
    async (name) => {
      const node = await programOf(name);
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

  test.each(nodes)(
    '%s: the lenet command trains, and reads a picture',
    async (name) => {
      const node = await programOf(name);
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

test.each(nodes)(
  '%s: npx @lenet/trainer trains as the README says',
  async (name) => {
    const cwd = project('npx', []);
    const args = ['--yes', '@lenet/trainer', 'train', '--data', 'synthetic', '--epochs', '1', '--json'];
    // All images on one of them; on the others it is enough that it trains.
    const isWhole = name === 'Node 22';
    if (!isWhole) args.push('--train-images', '2000', '--test-images', '200');
    // npx and what it starts take the Node that is first in the path.
    const path = [dirname(await programOf(name)), environment.PATH].join(delimiter);
    const { stdout } = await run('npx', args, { cwd, environment: { ...environment, PATH: path } });
    const result = JSON.parse(stdout);
    expect(result).toMatchObject({ epochs: 1 });
    // Ten classes in equal numbers: a network that has learned nothing gets 0.1.
    expect(result.test.accuracy).toBeGreaterThan(isWhole ? 0.9 : 0.2);
    const recorded = JSON.parse(readFileSync(join(cwd, result.run, 'environment.json'), 'utf8'));
    expect(recorded.lenet).toBe(versionOf('@lenet/trainer'));
    expect(`Node ${recorded.node.replace('v', '').split('.')[0]}`).toBe(name);
  },
  600_000,
);
