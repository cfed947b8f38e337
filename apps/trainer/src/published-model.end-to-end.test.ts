// Runs the built command: from trainings to a model folder with its proof, and the same weights again.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runLenet } from './testing/run-lenet.js';

let folder: string;
const lenet = (...args: string[]) => runLenet(args, { cwd: folder });
const readJson = (...path: string[]) => JSON.parse(readFileSync(join(folder, ...path), 'utf8'));
const few = ['--data', 'synthetic', '--train-images', '640', '--test-images', '20', '--epochs', '1'];

async function train(name: string, seed: string, heldOut: string, ...others: string[]): Promise<void> {
  const options = [...few, '--seed', seed, '--validation-images', heldOut, '--name', name, ...others];
  const { status, stderr } = await lenet('train', ...options, '--backend', 'engine', '--quiet');
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lenet-published-'));
  await train('final', '1', '0');
  await train('split', '1', '140');
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('weights of all images get temperature and threshold from those that another run held out, and a card of it', async () => {
  const evidence = ['--chosen-by', 'runs/split', '--seed-runs', 'runs/final', 'runs/split', '--measure'];
  const { status } = await lenet('export', 'runs/final', '--name', 'mine', '--version', '1.0.0', ...evidence);
  expect(status).toBe(0);
  const manifest = readJson('models/mine/manifest.json');
  const { sha256 } = readJson('runs/split/model/manifest.json').files[1];
  const { temperature } = readJson('runs/split/metrics.json');
  expect(manifest.temperature).toBe(temperature);
  expect(manifest.thresholds?.answer ?? 1).toBeLessThanOrEqual(1);
  expect(manifest.calibration).toMatchObject({ images: 140, runs: [{ seed: 1, images: 140, sha256 }] });
  expect(manifest.training.versions).toEqual({
    core: expect.stringMatching(/^\d/),
    engine: expect.stringMatching(/^\d/),
  });
  expect(manifest.files.map(({ name }: { name: string }) => name)).toContain('measurements.json');

  const measured = readJson('models/mine/measurements.json');
  expect(measured.data.count).toBe(20);
  expect(measured.seeds).toHaveLength(2);
  expect(measured.seeds[0].accuracy).toBe(readJson('runs/final/metrics.json').test.accuracy);
  expect(measured.calibration.before.loss).toBeCloseTo(manifest.evaluation.loss, 6);
  expect(measured.robustness).toMatchObject({ images: 20, asIs: manifest.evaluation.accuracy });
  expect(measured.robustness.rows).toHaveLength(10);

  const card = readFileSync(join(folder, 'models/mine/MODEL_CARD.md'), 'utf8');
  for (const heading of ['Seeds', 'Calibration', 'Weights in fewer bits', 'Robustness', 'Limits']) {
    expect(card.split('\n')).toContain(`## ${heading}`);
  }
}, 60_000);

test('files that are not wanted are left out of folder and manifest', async () => {
  const without = ['--format', 'tfjs', '--without', 'model-float16.json', 'model-float16.bin'];
  expect((await lenet('export', 'runs/final', '--name', 'small', ...without)).status).toBe(0);
  const names = readJson('models/small/manifest.json').files.map(({ name }: { name: string }) => name);
  expect(names).toContain('model-uint8.json');
  expect(names).not.toContain('model-float16.json');
  const { stderr } = await lenet('export', 'runs/final', '--name', 'less', '--without', 'model.onnx');
  expect(stderr).toBe(
    'lenet: Option --without: expected files of the formats, model-float16.json, model-float16.bin, model-uint8.json, model-uint8.bin, got "model.onnx".\n',
  );
}, 60_000);

test('runs of other settings, or without held-out images, decide nothing', async () => {
  expect(await lenet('export', 'runs/final', '--name', 'bad', '--chosen-by', 'runs/final')).toMatchObject({
    status: 1,
    stderr:
      'Choosing temperature and threshold on held-out images ...\n' +
      'lenet: Run "runs/final" held no images out, so nothing can be chosen by it. Give one that was trained with --validation-images of 1 or more.\n',
  });
  await train('other', '1', '140', '--batch-size', '32');
  expect(await lenet('export', 'runs/final', '--name', 'bad', '--chosen-by', 'runs/other')).toMatchObject({
    status: 1,
    stderr:
      'Choosing temperature and threshold on held-out images ...\n' +
      'lenet: Run "runs/other": expected the settings and data of the exported run but for the seed, got other batchSize. Give runs of the same recipe.\n',
  });
  expect(readdirSync(join(folder, 'models'))).not.toContain('bad');
}, 60_000);

test('trained again, a model has the same weights, and one that was not trained so is found out', async () => {
  await lenet('export', 'runs/final', '--name', 'again');
  const { sha256 } = readJson('models/again/manifest.json').files[1];
  const args = ['retrain', 'models/again', '--quiet'];
  expect(await lenet(...args)).toEqual({
    status: 0,
    stdout: `again: the same weights, bit by bit. SHA-256 ${sha256}\nRun: ${join('runs', 'retrain-again')}\n`,
    stderr: '',
  });
  const path = join(folder, 'models/again/manifest.json');
  const manifest = readJson('models/again/manifest.json');
  const change = (training: object) =>
    writeFileSync(path, JSON.stringify({ ...manifest, training: { ...manifest.training, ...training } }));

  change({ seed: 2 });
  const images =
    'trained on 640 images of synthetic stroke digits (not MNIST), got 640 of synthetic stroke digits (not MNIST) with other digests';
  expect(await lenet(...args)).toMatchObject({ status: 1, stderr: expect.stringContaining(images) });

  change({ options: { ...manifest.training.options, batchSize: 32 } });
  const { status, stderr } = await lenet(...args);
  expect(status).toBe(1);
  expect(stderr).toContain(
    `lenet: Model "again": expected float32 weights of SHA-256 ${sha256}, training again gave `,
  );
}, 120_000);

test('evaluate prints the table of robustness', async () => {
  const args = ['evaluate', 'runs/final', '--data', 'synthetic', '--test-images', '20', '--robustness'];
  const { status, stdout } = await lenet(...args);
  expect(status).toBe(0);
  const lines = stdout.trimEnd().split('\n');
  expect(lines.filter((line) => line.includes(' normalised  '))).toHaveLength(10);
  expect(lines).toContainEqual(expect.stringMatching(/^rotation +degrees +strength +10 +20 +30 +40 +50$/));
  expect(stdout).toMatch(
    /Robustness: percent of 20 distorted images read right\. Undistorted: [\d.]+ as they are, /,
  );
}, 60_000);

test('the name of a published model stands for its folder', async () => {
  const { stdout, stderr } = await lenet(
    'evaluate',
    'lenet-report',
    ...few.slice(0, 2),
    '--test-images',
    '20',
    '--json',
  );
  expect(stderr).toBe('');
  expect(JSON.parse(stdout).model).toMatchObject({ name: 'lenet-report' });
  const missing = await lenet('evaluate', 'lenet-reprot');
  expect(missing.status).toBe(1);
  expect(missing.stderr).toMatch(/ Published models: (?:[\w-]+, )*lenet-report(?:, [\w-]+)*\.\n$/);
}, 60_000);
