// Runs the built command: one short training on synthetic digits, then everything that uses its network.
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { encodeIdx } from '@lenet/core';
import { generateDigits } from '@lenet/core/synthetic';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runLenet } from './testing/run-lenet.js';

let folder: string;
const lenet = (...args: string[]) => runLenet(args, { cwd: folder });

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lenet-models-'));
  const size = ['--train-images', '6000', '--test-images', '500', '--epochs', '2'];
  const { status, stderr } = await lenet('train', '--data', 'synthetic', ...size, '--name', 'run', '--quiet');
  expect(stderr).toBe('');
  expect(status).toBe(0);
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const readJson = (...path: string[]) => JSON.parse(readFileSync(join(folder, ...path), 'utf8'));

describe('lenet export', () => {
  test('writes the bytes of the run as a model folder with a name and a version, once', async () => {
    const args = ['export', 'runs/run', '--name', 'tiny', '--version', '1.0.0'];
    const target = join('models', 'tiny');
    expect(await lenet(...args)).toEqual({ status: 0, stdout: `Model folder: ${target}\n`, stderr: '' });
    const weights = (path: string) => readFileSync(join(folder, path, 'weights.bin'));
    expect(weights(target).equals(weights('runs/run/model'))).toBe(true);
    expect(readJson(target, 'manifest.json')).toMatchObject({ name: 'tiny', version: '1.0.0' });
    expect(readdirSync(join(folder, target)).sort()).toEqual([
      'MODEL_CARD.md',
      'manifest.json',
      'model-float16.bin',
      'model-float16.json',
      'model-uint8.bin',
      'model-uint8.json',
      'model.json',
      'weights-float16.bin',
      'weights-int8.bin',
      'weights.bin',
    ]);
    expect(readFileSync(join(folder, target, 'MODEL_CARD.md'), 'utf8')).toMatch(/^# tiny 1\.0\.0\n/);

    expect(await lenet(...args)).toEqual({
      status: 1,
      stdout: '',
      stderr: `lenet: Model folder "${target}" exists already. Choose another --name or --out, or replace it with --force.\n`,
    });
    expect((await lenet(...args, '--force')).status).toBe(0);
  });

  test('refuses weights that are not those of the run', async () => {
    cpSync(join(folder, 'runs/run'), join(folder, 'runs/changed'), { recursive: true });
    const path = join(folder, 'runs/changed/model/weights.bin');
    const weights = readFileSync(path);
    writeFileSync(path, weights.subarray(0, 1000));
    const { status, stderr } = await lenet('export', 'runs/changed', '--name', 'changed');
    expect(stderr).toBe(
      `lenet: Model file "weights.bin": expected ${weights.length} bytes, got 1000. It is cut short. Take the whole folder again from where it came from.\n`,
    );
    expect(status).toBe(1);
  });

  test.each([
    [
      '--version',
      '1.0',
      "error: option '--version <version>' argument '1.0' is invalid. Expected a version such as 1.0.0 or 1.0.0-rc.1.",
    ],
    [
      '--name',
      '../x',
      'error: option \'--name <name>\' argument \'../x\' is invalid. Expected 1 to 100 lower-case letters, digits, "." or "-", beginning with a letter or digit.',
    ],
  ])('%s %s is wrong use', async (option, value, message) => {
    const { status, stderr } = await lenet('export', 'runs/run', option, value);
    expect(stderr.split('\n')[0]).toBe(message);
    expect(status).toBe(2);
  });
});

describe('lenet evaluate', () => {
  test('gives the figures of the run again, from the run and from what was exported', async () => {
    const { test: recorded, confusionMatrix } = readJson('runs/run', 'metrics.json');
    const { status, stdout } = await lenet(
      'evaluate',
      'runs/run',
      '--data',
      'synthetic',
      '--test-images',
      '500',
      '--json',
    );
    expect(status).toBe(0);
    const result = JSON.parse(stdout);
    expect(result.confusionMatrix).toEqual(confusionMatrix);
    expect(result.test.accuracy).toBe(recorded.accuracy);
    expect(result.test.loss).toBeCloseTo(recorded.loss, 5);
    expect(result.data).toMatchObject({ kind: 'synthetic', count: 500 });
  });

  test('prints them for people', async () => {
    const { test: recorded } = readJson('runs/run', 'metrics.json');
    const { stdout } = await lenet('evaluate', 'runs/run', '--data', 'synthetic', '--test-images', '500');
    expect(stdout).toContain(
      `Test accuracy: ${recorded.accuracy.toFixed(4)}   test loss: ${recorded.loss.toFixed(4)}   (synthetic stroke digits (not MNIST), 500 images)\n`,
    );
    expect(stdout).toContain(readFileSync(join(folder, 'runs/run/classification-report.txt'), 'utf8'));
  });

  test('calls the classes as the data does, and says where the model calls them otherwise', async () => {
    await lenet('data', 'synth', '--out', 'named', '--train-images', '20', '--test-images', '100');
    const names = ['nought', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
    writeFileSync(join(folder, 'named/classes.txt'), names.join('\n'));
    const { stdout, stderr } = await lenet('evaluate', 'runs/run', '--data', 'named');
    expect(stderr).toBe(
      'lenet: the classes have other names in the data (nought, one, two, three, four, five, six, seven, eight, nine) than in the model (0, 1, 2, 3, 4, 5, 6, 7, 8, 9); they are compared in this order.\n',
    );
    expect(stdout).toMatch(/\n {6}nought {7}[01]/);
  });

  test('has nothing to say about the classes of the data where they are those that the model learned from', async () => {
    await lenet('data', 'synth', '--out', 'whole', '--train-images', '60', '--test-images', '60');
    await lenet('data', 'export', '--data', 'whole', '--format', 'png', '--out', 'digits');
    // Of a network with ten outputs: two have names, the others are numbered.
    for (const part of ['training', 'test']) {
      for (const digit of ['3', '7']) {
        cpSync(join(folder, 'digits', part, digit), join(folder, 'pair', part, `is-${digit}`), {
          recursive: true,
        });
      }
    }
    await lenet('train', '--data', './pair', '--epochs', '1', '--validation-images', '0', '--name', 'pair');
    const { status, stderr, stdout } = await lenet('evaluate', 'runs/pair', '--data', './pair');
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toContain('        is-3 ');
  });

  test('says what it wants of a folder that is neither', async () => {
    expect(await lenet('evaluate', 'runs')).toEqual({
      status: 1,
      stdout: '',
      stderr:
        'lenet: Model "runs": expected a folder with a manifest.json, or a run folder with model/manifest.json, found neither in it. Give a folder that "lenet train" or "lenet export" made, or a file: .onnx, .safetensors, .keras, .h5, or .json of TensorFlow.js.\n',
    });
  });
});

describe('lenet predict', () => {
  const digits = generateDigits({ count: 10, seed: 5, split: 'test', size: 120 });
  const paint: [string, (ink: number) => number[]][] = [
    ['dark.png', (ink) => [255 - ink, 255 - ink, 255 - ink, 255]],
    ['light.webp', (ink) => [ink, ink, ink, 255]],
    ['clear.png', (ink) => [20, 40, 160, ink]],
  ];

  test('reads pictures of any colours alike', async () => {
    for (let item = 0; item < digits.count; item++) {
      const ink = digits.pixels.subarray(item * 14400, (item + 1) * 14400);
      for (const [name, colour] of paint) {
        const colours = Uint8Array.from([...ink].flatMap(colour));
        const raw = { width: 120, height: 120, channels: 4 } as const;
        await sharp(colours, { raw }).toFile(join(folder, `${item}-${digits.labels[item]}-${name}`));
      }
    }
    const names = Array.from(digits.labels).flatMap((label, item) =>
      paint.map(([name]) => `${item}-${label}-${name}`),
    );
    const { status, stdout, stderr } = await lenet('predict', '--model', 'runs/run', '--json', ...names);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '30 images read\n' });
    const answers = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(answers.map((answer) => answer.file)).toEqual(names);
    for (let item = 0; item < digits.count; item++) {
      const three = answers.slice(item * 3, item * 3 + 3);
      expect(new Set(three.map((answer) => answer.digit)).size).toBe(1);
      for (const { digit, probability, probabilities, decision } of three) {
        expect(decision).toBe('digit');
        expect(probabilities).toHaveLength(10);
        expect(probability).toBe(probabilities[digit]);
        expect(probabilities.reduce((sum: number, value: number) => sum + value, 0)).toBeCloseTo(1, 4);
      }
    }
    const right = answers.filter(({ file, digit }) => file.split('-')[1] === String(digit)).length;
    // A short training reads 9 of 10 synthetic digits; guessing reads 1.
    expect(right).toBeGreaterThanOrEqual(24);
  });

  test('tells what it skips, answers the rest, and fails at the end', async () => {
    const raw = { width: 8, height: 8, channels: 3, background: 'white' } as const;
    await sharp({ create: raw }).png().toFile(join(folder, 'blank.png'));
    writeFileSync(join(folder, 'text.png'), 'not a picture');
    const { status, stdout, stderr } = await lenet(
      'predict',
      '--model',
      'runs/run',
      'none.png',
      'text.png',
      'blank.png',
    );
    expect(stdout).toBe('-     blank  blank.png\n');
    expect(stderr.split('\n')).toEqual([
      'lenet: skipped "none.png": there is no such file. Check the path.',
      expect.stringMatching(
        /^lenet: skipped "text\.png": expected a PNG, JPEG, WebP or IDX file \(.+\)\. Check the file, or convert it\.$/,
      ),
      '1 image read, 1 blank, 2 files skipped',
      'lenet: 2 files were skipped; see above.',
      '',
    ]);
    expect(status).toBe(1);
    const json = await lenet('predict', '--model', 'runs/run', '--json', 'blank.png');
    expect(JSON.parse(json.stdout)).toMatchObject({ file: 'blank.png', digit: null, decision: 'blank' });
  });

  test('takes patterns, lists and standard input, and shows what the network sees', async () => {
    const predict = (stdin: string | Uint8Array, ...args: string[]) =>
      runLenet(['predict', '--model', 'runs/run', '--quiet', ...args], { cwd: folder, stdin });
    const filesOf = ({ stdout }: { stdout: string }) =>
      stdout
        .trimEnd()
        .split('\n')
        .map((line) => line.slice(13));
    const light = Array.from(digits.labels, (label, item) => `${item}-${label}-light.webp`);
    expect(filesOf(await predict('', '*-light.webp'))).toEqual(light);
    expect(filesOf(await predict(light.join('\n'), '--files-from', '-'))).toEqual(light);
    expect(filesOf(await predict(`${light.join('\0')}\0`, '--files-from', '-', '--null'))).toEqual(light);

    const { stdout } = await predict(readFileSync(join(folder, light[0])), '-', '--show');
    expect(stdout).toMatch(/^\d .+ {2}-\n/);
    expect(stdout.match(/\d %/g)).toHaveLength(11);
  });

  test('reads the images of an IDX file in their order, and the rest of them when it turns out short', async () => {
    const { pixels } = generateDigits({ count: 100, seed: 5 });
    const images = encodeIdx({ dimensions: [100, 28, 28], values: pixels });
    writeFileSync(join(folder, 'whole-idx3-ubyte'), images);
    writeFileSync(join(folder, 'short-idx3-ubyte'), images.subarray(0, 16 + 70 * 784 + 5));
    const whole = await lenet('predict', '--csv', 'whole-idx3-ubyte');
    const rows = whole.stdout.trimEnd().split('\n').slice(1);
    expect(rows.map((row) => row.split(',')[1])).toEqual(
      Array.from({ length: 100 }, (_, index) => `${index}`),
    );
    const short = await lenet('predict', '--csv', 'short-idx3-ubyte');
    expect(short.status).toBe(1);
    expect(short.stderr).toMatch(/^lenet: skipped .*"short-idx3-ubyte": /);
  });

  test('wants files, and either of two options', async () => {
    expect((await lenet('predict')).stderr.split('\n')[0]).toBe(
      "error: expected files, folders, '-' or --files-from, got none",
    );
    const { status, stderr } = await lenet('predict', 'a.png', '--as-is', '--normalize');
    expect(stderr.split('\n')[0]).toBe("error: option '--normalize' cannot be used with option '--as-is'");
    expect(status).toBe(2);
  });
});
