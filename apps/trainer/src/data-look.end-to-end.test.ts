// Runs the built `lenet data info` and `show`, without a terminal and without the internet.
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDataCommands } from './testing/data-commands.js';
import { runLenet } from './testing/run-lenet.js';

const mnistFolder = process.env.LENET_DATA_DIR;
const data = openDataCommands();
const { folder, cache, lenet } = data;
beforeAll(() => data.makeDigits());
afterAll(() => data.remove());

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
