// Runs the built command on a small subset: real MNIST where LENET_DATA_DIR is set, else synthetic digits.
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
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runLenet } from './testing/run-lenet.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lenet-train-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const small = ['--train-images', '2400', '--test-images', '500', '--batch-size', '32'];
const data = process.env.LENET_DATA_DIR ? 'mnist' : 'synthetic';

describe('lenet train', () => {
  test(`learns from a small subset (${data}) and leaves a whole run folder`, async () => {
    const args = ['train', '--data', data, ...small, '--epochs', '2', '--name', 'small', '--json'];
    const { status, stdout, stderr } = await runLenet(args, { cwd: folder });
    expect(stderr).toContain('Epoch 2/2  loss');
    expect(status).toBe(0);

    const result = JSON.parse(stdout);
    expect(stdout.trimEnd().split('\n')).toHaveLength(1);
    expect(result).toMatchObject({
      run: join('runs', 'small'),
      epochs: 2,
      data: { kind: data, testCount: 500 },
    });
    // 150 steps of 32 images: far above the 10 % of guessing, far below a full training.
    expect(result.test.accuracy).toBeGreaterThan(0.75);

    const run = join(folder, 'runs', 'small');
    for (const name of [
      'config.json',
      'environment.json',
      'data.json',
      'history.csv',
      'events.jsonl',
      'checkpoints/last',
      'checkpoints/best',
      'model/model.json',
      'model/weights.bin',
      'metrics.json',
      'classification-report.txt',
      'predictions.csv',
      'report/index.html',
    ]) {
      expect(existsSync(join(run, name)), name).toBe(true);
    }
    const metrics = JSON.parse(readFileSync(join(run, 'metrics.json'), 'utf8'));
    expect(metrics.test).toEqual(result.test);
    const predictions = readFileSync(join(run, 'predictions.csv'), 'utf8').trimEnd().split('\n').slice(1);
    const right = predictions.filter((line) => line.split(',')[1] === line.split(',')[2]).length;
    expect(right / 500).toBe(result.test.accuracy);
  }, 120_000);

  test('goes on without a stop where nothing was wrong: a finished run is not resumed', async () => {
    const { status, stderr } = await runLenet(['resume', 'runs/small'], { cwd: folder });
    expect(stderr).toBe(
      'lenet: Run "runs/small" is finished: all 2 epochs are done. Train on with --epochs and a larger number, or start a new run with "lenet train".\n',
    );
    expect(status).toBe(1);
  });

  test('interrupted, resumed and trained on, a run gets the weights of one that was as long from the start', async () => {
    const few = ['--data', 'synthetic', '--train-images', '600', '--test-images', '50'];
    const whole = await runLenet(['train', ...few, '--epochs', '12', '--name', 'whole'], { cwd: folder });
    expect(whole.status).toBe(0);

    // Once: a second signal would stop it at once.
    let isInterrupted = false;
    const interrupted = await runLenet(['train', ...few, '--epochs', '10', '--name', 'stopped'], {
      cwd: folder,
      onStderr: (text, interrupt) => {
        if (isInterrupted || !text.includes('Epoch 1/10')) return;
        isInterrupted = true;
        interrupt();
      },
    });
    expect(interrupted.stderr).toMatch(
      /Interrupted (in|before) epoch \d+ of 10( after \d+ steps)?; everything is kept\..* Go on with "lenet resume runs\/stopped"\.\n$/,
    );
    expect(interrupted.status).toBe(130);
    expect(existsSync(join(folder, 'runs', 'stopped', 'metrics.json'))).toBe(false);

    expect((await runLenet(['resume', 'runs/stopped'], { cwd: folder })).status).toBe(0);
    const finished = JSON.parse(readFileSync(join(folder, 'runs', 'stopped', 'metrics.json'), 'utf8'));
    expect(finished.epochs).toBe(10);

    const longer = ['resume', 'runs/stopped', '--epochs', '12', '--quiet'];
    expect((await runLenet(longer, { cwd: folder })).status).toBe(0);
    const weights = (name: string) => readFileSync(join(folder, 'runs', name, 'model', 'weights.bin'));
    expect(weights('stopped').equals(weights('whole'))).toBe(true);

    const back = await runLenet(['resume', 'runs/stopped', '--epochs', '11'], { cwd: folder });
    expect(back.stderr).toBe(
      'lenet: Run "runs/stopped" was started with 12 epochs: expected a larger number, got --epochs 11. Epochs cannot be taken back; start a new run with "lenet train".\n',
    );
  }, 120_000);
});

describe('bad input', () => {
  test.each([
    [
      ['train', '--epoch', '3'],
      "error: unknown option '--epoch'\n(Did you mean --epochs?)\nRun the command with --help for all options.\n",
    ],
    [
      ['train', '--epochs', '0'],
      "error: option '--epochs <count>' argument '0' is invalid. Expected a whole number of 1 or more.\nRun the command with --help for all options.\n",
    ],
    [
      ['train', '--backend', 'gpu'],
      "error: option '--backend <name>' argument 'gpu' is invalid. Allowed choices are auto, engine, node, wasm, cpu.\nRun the command with --help for all options.\n",
    ],
    [
      ['trian'],
      "error: unknown command 'trian'\n(Did you mean train?)\nRun the command with --help for all options.\n",
    ],
  ])('lenet %j is wrong use', async (args, message) => {
    const { status, stdout, stderr } = await runLenet(args, { cwd: folder });
    expect({ status, stdout, stderr }).toEqual({ status: 2, stdout: '', stderr: message });
  });

  test('a folder without IDX files ends with an error and leaves no run folder', async () => {
    const empty = join(folder, 'empty');
    mkdirSync(empty);
    const args = ['train', '--data', empty, '--out', join(folder, 'nothing'), '--quiet'];
    const { status, stdout, stderr } = await runLenet(args, { cwd: folder });
    expect(stderr).toMatch(/^lenet: .*train-images-idx3-ubyte.*\n$/);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(existsSync(join(folder, 'nothing'))).toBe(false);
  });

  test('a place that cannot be written ends with an error', async () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    const args = [
      'train',
      '--data',
      'synthetic',
      '--train-images',
      '100',
      '--test-images',
      '10',
      '--out',
      file,
    ];
    const { status, stderr } = await runLenet([...args, '--name', 'run', '--quiet'], { cwd: folder });
    expect(stderr).toContain(
      `lenet: Run folder: cannot use "${join(file, 'run')}" (ENOTDIR). A part of the path is a file; choose another folder with --out.\n`,
    );
    expect(status).toBe(1);
  });

  test('more validation images than there are leaves no run folder', async () => {
    const args = ['train', '--data', 'synthetic', '--train-images', '100', '--validation-images', '100'];
    const { status } = await runLenet([...args, '--out', join(folder, 'nothing'), '--quiet'], {
      cwd: folder,
    });
    expect(status).toBe(1);
    expect(readdirSync(folder)).not.toContain('nothing');
  });
});

describe('help', () => {
  test.each([[[]], [['--help']], [['train', '--help']]])(
    'lenet %j prints it and exits with 0',
    async (args) => {
      const { status, stdout } = await runLenet(args, { cwd: folder });
      expect(stdout).toContain('Usage: lenet');
      expect(status).toBe(0);
    },
  );
});
