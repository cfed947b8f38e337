// Runs the built command: a network in every format, written, read back and written again.
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { lenetReport } from '@lenet/core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeSafetensors } from './formats/safetensors/safetensors.js';
import { randomWeights } from './testing/random-network.js';
import { runLenet } from './testing/run-lenet.js';

const published = dirname(
  createRequire(import.meta.url).resolve('@lenet/model-artifacts/lenet-report/manifest.json'),
);
const { version } = JSON.parse(readFileSync(join(published, 'manifest.json'), 'utf8'));
const model = join('models', 'lenet-report');
const digits = ['--data', 'synthetic', '--test-images', '300', '--json'];

let folder: string;
const lenet = (...args: string[]) => runLenet(args, { cwd: folder });
const bytes = (...path: string[]) => readFileSync(join(folder, ...path));
const manifest = (...path: string[]) => JSON.parse(bytes(...path, 'manifest.json').toString());

async function evaluate(path: string, ...options: string[]) {
  const { status, stdout, stderr } = await lenet('evaluate', path, ...digits, ...options);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return JSON.parse(stdout);
}

let expected: { test: { loss: number; accuracy: number } };
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lenet-formats-'));
  const { status, stdout, stderr } = await lenet('export', published, '--format', 'all');
  expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: `Model folder: ${model}\n`, stderr: '' });
  expected = await evaluate(model);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a model folder goes on with its name, version, card and bytes, and all files are in its manifest', () => {
  expect(bytes(model, 'weights.bin').equals(readFileSync(join(published, 'weights.bin')))).toBe(true);
  expect(bytes(model, 'MODEL_CARD.md').equals(readFileSync(join(published, 'MODEL_CARD.md')))).toBe(true);
  const { files, ...rest } = manifest(model);
  expect(rest).toMatchObject({ name: 'lenet-report', version, training: { seed: 1 } });
  const names = files.map(({ name }: { name: string }) => name);
  expect(names.sort()).toEqual(
    readdirSync(join(folder, model))
      .filter((name) => name !== 'manifest.json' && name !== 'MODEL_CARD.md')
      .sort(),
  );
  expect(names).toHaveLength(14);
});

test.each(['model.json', 'model.onnx', 'model.safetensors', 'model.keras'])(
  'evaluate reads %s as it reads the folder',
  async (file) => {
    const result = await evaluate(join(model, file));
    expect(result.test).toEqual(expected.test);
    expect(result.model).toMatchObject({ name: 'lenet-report', version });
  },
);

test.each([
  'model-float16.json',
  'model-uint8.json',
  'model-float16.onnx',
  'model-int8.onnx',
  'model-float16.safetensors',
])('evaluate reads %s, with nearly the same loss', async (file) => {
  const result = await evaluate(join(model, file));
  expect(result.model).toEqual({ name: 'lenet-report', version, file: join(model, file) });
  expect(result.test.loss).not.toBe(expected.test.loss);
  expect(Math.abs(result.test.loss / expected.test.loss - 1)).toBeLessThan(0.05);
});

test('predict reads a file, too', async () => {
  const size = ['--train-images', '1', '--test-images', '3'];
  expect((await lenet('data', 'synth', '--out', 'digits', ...size)).status).toBe(0);
  const pictures = join('digits', 't10k-images-idx3-ubyte.gz');
  const answer = (path: string) => lenet('predict', '--json', '--model', path, pictures);
  const answers = await answer(model);
  expect(answers.stdout.trimEnd().split('\n')).toHaveLength(3);
  expect(await answer(join(model, 'model.keras'))).toEqual(answers);
});

describe('lenet export of a file', () => {
  test('gives the same bytes as of the folder', async () => {
    await lenet('export', join(model, 'model.keras'), '--format', 'all', '--out', 'again');
    const again = join('again', 'lenet-report');
    for (const file of ['weights.bin', 'model.safetensors', 'weights-int8.bin']) {
      expect(bytes(again, file).equals(bytes(model, file)), file).toBe(true);
    }
    expect(manifest(again)).toMatchObject({ name: 'lenet-report', version, training: { seed: 1 } });
  });

  test('of another program has no manifest, and a name of its own', async () => {
    const weights = randomWeights(lenetReport);
    writeFileSync(
      join(folder, 'My Net.safetensors'),
      writeSafetensors({ architecture: lenetReport, weights }),
    );
    const named = ['My Net.safetensors', '--architecture', 'lenet-report'];
    const { stdout, stderr } = await lenet('export', ...named, '--format', 'onnx');
    expect({ stdout, stderr }).toEqual({ stdout: `Model folder: ${join('models', 'my-net')}\n`, stderr: '' });
    expect(readdirSync(join(folder, 'models', 'my-net')).sort()).toEqual([
      'model-float16.onnx',
      'model-int8.onnx',
      'model.json',
      'model.onnx',
      'weights-float16.bin',
      'weights-int8.bin',
      'weights.bin',
    ]);
    const [first, second] = [
      await evaluate(join('models', 'my-net', 'model.onnx')),
      await evaluate(named[0], ...named.slice(1)),
    ];
    expect(first.model).toEqual({ name: 'model', file: join('models', 'my-net', 'model.onnx') });
    expect(first.test).toEqual(second.test);
  });
});

describe('files that cannot be used', () => {
  test.each([
    [
      'none.onnx',
      undefined,
      'lenet: Model "none.onnx": expected a folder with a manifest.json, or a run folder with model/manifest.json, there is no such folder or file. Give a folder that "lenet train" or "lenet export" made, or a file: .onnx, .safetensors, .keras, .h5, or .json of TensorFlow.js.\n',
    ],
    [
      'a.pt',
      'x',
      'lenet: Model file "a.pt": expected a file with a name that ends in .onnx, .safetensors, .keras, .h5, .json. Rename it, or give another.\n',
    ],
    [
      'a.safetensors',
      'x',
      'lenet: Model file "a.safetensors": expected safetensors, got another file or a part of one. Check the file, or make it again.\n',
    ],
    [
      'a.json',
      '{}',
      'lenet: Model file "a.json": expected the fields modelTopology and weightsManifest. Save the model again.\n',
    ],
  ])('%s', async (name, content, message) => {
    if (content !== undefined) writeFileSync(join(folder, name), content);
    expect(await lenet('evaluate', name, ...digits)).toEqual({ status: 1, stdout: '', stderr: message });
  });

  test('a quantised model without its file of weights', async () => {
    copyFileSync(join(folder, model, 'model-uint8.json'), join(folder, 'alone.json'));
    expect(await lenet('evaluate', 'alone.json', ...digits)).toEqual({
      status: 1,
      stdout: '',
      stderr:
        'lenet: Model file "alone.json": names the file "model-uint8.bin", which cannot be read (ENOENT). Check the path, and that you may read it.\n',
    });
  });

  test('a format that there is not is wrong use', async () => {
    const { status, stderr } = await lenet('export', model, '--format', 'onnx,caffe');
    expect(stderr.split('\n')[0]).toBe(
      "error: option '--format <names>' argument 'onnx,caffe' is invalid. Expected tfjs, onnx, safetensors, keras, several of them with commas between, or all.",
    );
    expect(status).toBe(2);
  });
});
