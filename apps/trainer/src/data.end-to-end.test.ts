// Runs the built `lenet data …`, without a terminal and without the internet.
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parseIdx } from '@lenet/core';
import { digitStyles, generateDigits } from '@lenet/core/synthetic';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serveArchives, startMirrorServer } from './testing/mirror-server.js';
import { runLenet } from './testing/run-lenet.js';

const mnistFolder = process.env.LENET_DATA_DIR;
const names = [
  't10k-images-idx3-ubyte.gz',
  't10k-labels-idx1-ubyte.gz',
  'train-images-idx3-ubyte.gz',
  'train-labels-idx1-ubyte.gz',
];

let folder: string;
let cache: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lenet-data-commands-'));
  cache = join(folder, 'cache');
  const { status, stdout, stderr } = await lenet(
    ...['synth', '--out', 'digits', '--train-images', '60', '--test-images', '20', '--seed', '3'],
  );
  expect({ status, stdout, stderr }).toEqual({
    status: 0,
    // The size of the archives depends on the version of zlib.
    stdout: expect.stringMatching(
      /^Synthetic digits: 60 training, 20 test, seed 3; 1\d\.\d kB in digits\/\nTrain on them: lenet train --data digits\n$/,
    ),
    stderr: '',
  });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** In the folder of this test, with an empty cache and no LENET_DATA_DIR. */
const lenet = (...args: string[]) =>
  runLenet(['data', ...args], {
    cwd: folder,
    environment: { LENET_CACHE_DIR: cache, LENET_DATA_DIR: '' },
  });

const firstLine = (text: string) => text.split('\n')[0];
const contents = (path: string) =>
  names.map((name) => gunzipSync(readFileSync(join(folder, path, name))).toString('base64'));

describe('lenet data fetch', () => {
  test('tells every attempt where no mirror has the files', async () => {
    const empty = await startMirrorServer((_request, response) => response.writeHead(503).end());
    const { status, stdout, stderr } = await lenet('fetch', '--mirror', empty.url);
    await empty.close();
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toBe(`\
lenet: MNIST: no mirror has it. Tried:
  - cache "${join(cache, 'mnist')}": missing train-images-idx3-ubyte, train-labels-idx1-ubyte, t10k-images-idx3-ubyte, t10k-labels-idx1-ubyte
  - ${empty.url}train-images-idx3-ubyte.gz: HTTP status 503
Connect to the internet, name a mirror of your own with --mirror, or set LENET_DATA_DIR to a folder with the four files.
`);
  });

  test('Ctrl-C ends it at once with 130 and leaves nothing', async () => {
    const silent = await startMirrorServer((_request, response) => {
      response.writeHead(200, { 'content-length': 9_000_000 }).write('x'.repeat(1000));
    });
    const { status, stdout, stderr } = await runLenet(['data', 'fetch', '--mirror', silent.url], {
      environment: { LENET_CACHE_DIR: cache },
      onStderr: (text, interrupt) => {
        if (!text.includes('Stopping')) interrupt();
      },
    });
    await silent.close();
    expect({ status, stdout }).toEqual({ status: 130, stdout: '' });
    expect(stderr).toBe(
      `Downloading ${silent.url}train-images-idx3-ubyte.gz\n` +
        'Stopping in good order; press Ctrl-C again to stop at once.\n' +
        'Interrupted; nothing half-written is left. The same command goes on with the files that are missing.\n',
    );
    expect(existsSync(cache)).toBe(false);
  });

  test('refuses what is no URL', async () => {
    const { status, stderr } = await lenet('fetch', '--mirror', 'example.edu/mnist');
    expect(firstLine(stderr)).toBe(
      "error: option '--mirror <url>' argument 'example.edu/mnist' is invalid. Expected a URL such as https://files.example.edu/mnist/.",
    );
    expect(status).toBe(2);
  });

  test.skipIf(!mnistFolder)(
    'fetches MNIST, then finds it there, then cleans (needs LENET_DATA_DIR)',
    async () => {
      const archives = new Map(names.map((name) => [name, readFileSync(join(mnistFolder!, name))]));
      const bytes = [...archives.values()].reduce((sum, archive) => sum + archive.length, 0);
      const size = `${(bytes / 1e6).toFixed(1)} MB`;
      const target = join(cache, 'mnist');
      const mirror = await startMirrorServer(serveArchives(archives));
      const first = await lenet('fetch', '--mirror', mirror.url);
      const place = `Cache: ${target}, ${size}; all digests are the published ones.\n`;
      expect(first).toMatchObject({
        status: 0,
        stdout: `MNIST: 4 of 4 files downloaded from ${new URL(mirror.url).host}.\n${place}`,
      });
      const second = await lenet('fetch', '--mirror', mirror.url);
      expect(second).toEqual({
        status: 0,
        stdout: `MNIST: is there already; --force downloads it again.\n${place}`,
        stderr: '',
      });
      expect(mirror.requests).toHaveLength(4);
      await mirror.close();

      expect(await lenet('clean')).toEqual({
        status: 2,
        stdout: '',
        stderr: `error: 4 files (${size}) in ${target} would be removed; without a terminal to ask in, say so with --yes\nRun the command with --help for all options.\n`,
      });
      expect(readdirSync(target).sort()).toEqual(names);
      const { status, stdout } = await lenet('clean', '--yes', '--json');
      expect(status).toBe(0);
      expect(JSON.parse(stdout)).toEqual({
        folder: target,
        removed: names.map((name) => join(target, name)),
        bytes,
      });
      expect(existsSync(cache)).toBe(false);
    },
  );
});

test('lenet data clean has nothing to do where there is no cache', async () => {
  expect(await lenet('clean')).toEqual({
    status: 0,
    stdout: `Nothing to remove in ${join(cache, 'mnist')}\n`,
    stderr: '',
  });
});

describe('lenet data info', () => {
  test('tells what a folder holds', async () => {
    const { status, stdout, stderr } = await lenet('info', '--data', 'digits');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const row = (label: number) => `${label}             6  10.0 %     2  10.0 %`;
    const [facts, classes, files] = stdout.split('\n\n');
    expect(facts.split('\n').slice(0, 3)).toEqual([
      'IDX files in "digits" (not MNIST)',
      `Origin:  folder "${join(folder, 'digits')}"`,
      'Images:  60 training, 20 test; 28x28 pixels, 10 classes',
    ]);
    expect(classes.split('\n')).toEqual([
      'Class  Training   Share  Test   Share',
      '─────  ────────  ──────  ────  ──────',
      ...Array.from({ length: 10 }, (_, label) => row(label)),
    ]);
    // 16 + 60 · 784 bytes
    expect(files).toMatch(/^train-images-idx3-ubyte {2}47,056 {2}[0-9a-f]{64}$/m);
  });

  test('prints the same as one line of JSON', async () => {
    const { stdout } = await lenet('info', '--data', 'digits', '--json');
    expect(stdout.match(/\n/g)).toHaveLength(1);
    const { perClass, ...info } = JSON.parse(stdout);
    expect(info).toMatchObject({ kind: 'idx', trainingCount: 60, testCount: 20, height: 28, width: 28 });
    expect(perClass[7]).toEqual({ label: 7, name: '7', training: 6, test: 2 });
  });

  test('downloads nothing, and says how to', async () => {
    expect(await lenet('info')).toEqual({
      status: 1,
      stdout: '',
      stderr: `\
lenet: MNIST: it is not on this machine. Tried:
  - LENET_DATA_DIR: not set
  - cache "${join(cache, 'mnist')}": missing train-images-idx3-ubyte, train-labels-idx1-ubyte, t10k-images-idx3-ubyte, t10k-labels-idx1-ubyte
Download it with "lenet data fetch", or set LENET_DATA_DIR to a folder with its four files. "--data synthetic" needs no files.
`,
    });
  });

  test.skipIf(!mnistFolder)('knows the published facts of MNIST (needs LENET_DATA_DIR)', async () => {
    const { stdout } = await runLenet(['data', 'info', '--json']);
    const { perClass, pixels, attribution } = JSON.parse(stdout);
    expect(attribution).toBe('MNIST, Y. LeCun, C. Cortes, C. J. C. Burges, CC BY-SA 3.0');
    expect(perClass.map(({ training }: { training: number }) => training)).toEqual([
      5923, 6742, 5958, 6131, 5842, 5421, 5918, 6265, 5851, 5949,
    ]);
    // The constants that PyTorch's MNIST example normalises by.
    expect([pixels.mean.toFixed(4), pixels.standardDeviation.toFixed(4)]).toEqual(['0.1307', '0.3081']);
  });
});

describe('lenet data show', () => {
  test('draws plain characters where there is no terminal', async () => {
    const args = ['show', '--data', 'digits', '--class', '7', '--count', '2', '--split', 'test'];
    const { status, stdout, stderr } = await lenet(...args);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const [heading, empty, captions, ...lines] = stdout.trimEnd().split('\n');
    expect([heading, empty]).toEqual([
      'IDX files in "digits" (not MNIST): 2 test images, drawn with seed 1',
      '',
    ]);
    expect(captions).toMatch(/^7 #\d+ {24,}7 #\d+$/);
    expect(lines.length).toBeGreaterThan(8);
    expect(lines.join('')).toMatch(/^[ .:\-=+*#%@]+$/);
    expect((await lenet(...args)).stdout).toBe(stdout);
    expect((await lenet(...args, '--seed', '2')).stdout).not.toBe(stdout);
  });

  test('writes a PNG', async () => {
    const { status, stdout } = await lenet('show', '--data', 'digits', '--count', '6', '--out', 'sample.png');
    expect({ status, stdout }).toEqual({
      status: 0,
      stdout: 'IDX files in "digits" (not MNIST): 6 training images, drawn with seed 1: sample.png\n',
    });
    const { format, width, height } = await sharp(join(folder, 'sample.png')).metadata();
    expect({ format, width, height }).toEqual({ format: 'png', width: 3 * 120 + 8, height: 2 * 120 + 8 });
  });

  test('says what classes there are', async () => {
    expect(await lenet('show', '--data', 'digits', '--class', 'seven')).toMatchObject({
      status: 1,
      stderr:
        'lenet: Option --class: expected one of 0, 1, 2, 3, 4, 5, 6, 7, 8, 9 of IDX files in "digits" (not MNIST), got "seven". Give a label or a name of a class that has images.\n',
    });
  });
});

test('lenet data synth writes the digits of the generator', () => {
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
    expect(firstLine(stderr)).toBe("error: required option '--format <name>' not specified");
    expect(status).toBe(2);
  });
});
