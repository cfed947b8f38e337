// Runs the built `lenet data synth` and `export`.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parseIdx } from '@lenet/core';
import { digitStyles, generateDigits } from '@lenet/core/synthetic';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { archiveNames, openDataCommands } from './testing/data-commands.js';
import type { LenetResult } from './testing/run-lenet.js';

const data = openDataCommands();
const { folder, lenet } = data;
let made: LenetResult;
beforeAll(async () => {
  made = await data.makeDigits();
});
afterAll(() => data.remove());

const contents = (path: string) =>
  archiveNames.map((name) => gunzipSync(readFileSync(join(folder, path, name))).toString('base64'));

test('lenet data synth writes the digits of the generator', () => {
  expect(made).toEqual({
    status: 0,
    // The size of the archives depends on the version of zlib.
    stdout: expect.stringMatching(
      /^Synthetic digits: 60 training, 20 test, seed 3; 1\d\.\d kB in digits\/\nTrain on them: lenet train --data digits\n$/,
    ),
    stderr: '',
  });
  const digits = generateDigits({ count: 60, seed: 3 });
  const [images, labels] = ['train-images-idx3-ubyte.gz', 'train-labels-idx1-ubyte.gz'].map((name) =>
    parseIdx(gunzipSync(readFileSync(join(folder, 'digits', name))), { type: 'uint8' }),
  );
  expect(images).toMatchObject({ dimensions: [60, 28, 28], values: digits.pixels });
  expect(labels).toMatchObject({ dimensions: [60], values: digits.labels });
});

test('lenet data synth --sheet draws every style with its name', async () => {
  expect(await lenet('synth', '--sheet', 'styles.png', '--json')).toEqual({
    status: 0,
    stdout: `${JSON.stringify({ sheet: 'styles.png', styles: digitStyles.flat().length })}\n`,
    stderr: '',
  });
  const { format, width, height } = await sharp(join(folder, 'styles.png')).metadata();
  expect({ format, width }).toEqual({ format: 'png', width: 2384 });
  expect(height).toBeGreaterThan(5000);
});

test('lenet data synth wants to be told what to make', async () => {
  expect(await lenet('synth')).toMatchObject({
    status: 2,
    stderr: expect.stringContaining(
      'error: expected --out FOLDER for IDX files or --sheet FILE.png for a picture of all styles.',
    ),
  });
});

describe('lenet data export', () => {
  test('to pictures and back gives the same files, with the names of the classes', async () => {
    const classes = ['T-shirt/top', 'Trouser', ...'cdefghij'];
    writeFileSync(join(folder, 'digits/classes.txt'), classes.join('\n'));
    expect(await lenet('export', '--data', 'digits', '--format', 'png', '--out', 'pictures')).toEqual({
      status: 0,
      stdout:
        'IDX files in "digits" (not MNIST): 60 training and 20 test images as PNG files by class in pictures/\n',
      stderr: '',
    });
    rmSync(join(folder, 'digits/classes.txt'));
    expect(readdirSync(join(folder, 'pictures')).sort()).toEqual(['classes.txt', 'test', 'training']);
    const { stdout } = await lenet(
      ...['export', '--data', 'pictures', '--format', 'idx', '--out', 'back', '--json'],
    );
    expect(JSON.parse(stdout)).toEqual({
      folder: 'back',
      format: 'idx',
      title: 'pictures in "pictures"',
      origin: `folder "${join(folder, 'pictures')}"`,
      trainingCount: 60,
      testCount: 20,
    });
    expect(contents('back')).toEqual(contents('digits'));
    expect(readFileSync(join(folder, 'back/classes.txt'), 'utf8')).toBe(`${classes.join('\n')}\n`);
    const info = await lenet('info', '--data', 'back');
    expect(info.stdout).toContain('\n    0  T-shirt/top         6  10.0 %     2  10.0 %\n');
  });

  test('takes the first images only', async () => {
    await lenet('export', '--data', 'digits', '--format', 'png', '--out', 'few', '--limit', '3');
    const files = readdirSync(join(folder, 'few'), { recursive: true, encoding: 'utf8' });
    expect(
      files
        .filter((file) => file.endsWith('.png'))
        .map((file) => file.slice(-9))
        .sort(),
    ).toEqual([...['00000.png', '00000.png', '00001.png', '00001.png', '00002.png', '00002.png']]);
  });

  test('never writes among other files', async () => {
    mkdirSync(join(folder, 'full'));
    writeFileSync(join(folder, 'full/thesis.txt'), '');
    for (const args of [['synth'], ['export', '--format', 'png', '--data', 'digits']]) {
      expect(await lenet(...args, '--out', 'full')).toEqual({
        status: 1,
        stdout: '',
        stderr:
          'lenet: Folder "full": expected a new or an empty folder, got a folder with files in it. Choose another with --out.\n',
      });
    }
    expect(await lenet('synth', '--out', 'full/thesis.txt')).toMatchObject({
      stderr:
        'lenet: Folder "full/thesis.txt": expected a new or an empty folder, got a file. Choose another with --out.\n',
    });
  });

  test('wants a format', async () => {
    const { status, stderr } = await lenet('export', '--out', 'x');
    expect(stderr.split('\n')[0]).toBe("error: required option '--format <name>' not specified");
    expect(status).toBe(2);
  });
});
