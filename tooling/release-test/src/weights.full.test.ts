// The published weights for people who have other programs: TensorFlow.js and onnxruntime, on every Node that we promise.
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { serveFolder } from '@lenet/chromium';
import { lenetReport } from '@lenet/core';
import { generateDigits } from '@lenet/core/synthetic';
import { createTfjsLearner } from '@lenet/core/tfjs';
import { repositoryRoot, run } from '@lenet/release';
import '@tensorflow/tfjs-backend-cpu';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import {
  digits,
  nodes,
  npmInstall,
  pixelsOf,
  programOf,
  project,
  publishedLogits,
} from './consumer-project.ts';

const { environment } = inject('release');
const modelsIn = (cwd: string) => join(cwd, 'node_modules', '@lenet', 'model-artifacts', 'models');

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

  test.each(nodes)(
    '%s: @tensorflow/tfjs is all of TensorFlow.js that core needs to train',
    async (name) => {
      const { stdout } = await run(await programOf(name), ['train-on-tfjs.mjs'], { cwd, environment });
      const learner = createTfjsLearner(lenetReport, { seed: 1 });
      await learner.load(generateDigits({ seed: 1, count: 16 }));
      const indices = Uint32Array.from({ length: 16 }, (_, index) => index);
      const { loss } = await learner.step({ indices, learningRate: 1e-3, epoch: 1 });
      await learner.dispose();
      expect(JSON.parse(stdout).loss).toBeCloseTo(loss, 5);
    },
    300_000,
  );

  test.each(nodes)(
    '%s: TensorFlow.js alone loads the published weights and reads with them',
    async (name) => {
      const model = join(modelsIn(cwd), 'lenet-report');
      const site = await serveFolder(model);
      try {
        const args = ['load-with-tfjs.mjs', `${site.url}model.json`];
        const options = { cwd, environment, input: pixelsOf(digits) };
        const { stdout } = await run(await programOf(name), args, options);
        const logits = await publishedLogits(model);
        const best = [...digits.labels].map((_, image) => {
          const row = logits.slice(10 * image, 10 * image + 10);
          return row.indexOf(Math.max(...row));
        });
        expect(JSON.parse(stdout)).toEqual({ parameters: 44_426, digits: best });
      } finally {
        await site.close();
      }
    },
    300_000,
  );
});

describe('a project with onnxruntime', () => {
  let cwd: string;

  beforeAll(async () => {
    cwd = project('onnx', ['run-onnx.mjs']);
    // Its script downloads libraries for graphics cards; those for the processor are in the package.
    await npmInstall(cwd, '--ignore-scripts', 'onnxruntime-node@1.30.0', '@lenet/model-artifacts');
  }, 600_000);

  /** How far what onnxruntime makes of a file is from what core makes of the published weights. */
  async function difference(node: string, file: string, model: string): Promise<number> {
    const options = { cwd, environment, input: pixelsOf(digits) };
    const { logits } = JSON.parse((await run(node, ['run-onnx.mjs', file], options)).stdout);
    const expected = await publishedLogits(model);
    expect(logits).toHaveLength(expected.length);
    return Math.max(...expected.map((logit, index) => Math.abs(logit - logits[index])));
  }

  test.each(nodes)(
    '%s: onnxruntime alone runs every published ONNX file',
    async (name) => {
      const models = readdirSync(modelsIn(cwd))
        .map((model) => join(modelsIn(cwd), model))
        .filter((model) => existsSync(join(model, 'model.onnx')));
      expect(models.length).toBeGreaterThan(2);
      for (const model of models) {
        const file = join(model, 'model.onnx');
        expect(await difference(await programOf(name), file, model), file).toBeLessThan(1e-4);
      }
    },
    300_000,
  );

  test('onnxruntime alone runs what lenet export wrote', async () => {
    await npmInstall(cwd, '@lenet/trainer', '--ignore-scripts');
    const model = join(modelsIn(cwd), 'lenet-report');
    const args = ['lenet', 'export', model, '--format', 'onnx', '--out', 'exported'];
    await run('npx', args, { cwd, environment });
    const file = join(cwd, 'exported', 'lenet-report', 'model.onnx');
    expect(await difference(process.execPath, file, model)).toBeLessThan(1e-4);
  }, 600_000);
});
