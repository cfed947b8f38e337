// Runs the built command with settings of every kind, on a few synthetic digits.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readScalars } from './testing/read-event-files.js';
import { runLenet } from './testing/run-lenet.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lenet-options-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const lenet = (...args: string[]) => runLenet(args, { cwd: folder });
const few = ['--data', 'synthetic', '--train-images', '600', '--test-images', '50'];
const fileOf = (run: string, name: string) => readFileSync(join(folder, 'runs', run, name));
const jsonOf = (run: string, name: string) => JSON.parse(fileOf(run, name).toString());

test('prints the settings, takes them back, and trains nothing', async () => {
  const chosen = ['--recipe', 'best', '--rotation', '4', '--schedule', 'cosine', '--patience', '3'];
  const { status, stdout, stderr } = await lenet('train', ...few, ...chosen, '--print-config');
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(JSON.parse(stdout)).toMatchObject({
    recipe: 'best',
    schedule: { kind: 'cosine', rate: 0.004, finalRate: 0 },
    augmentation: { rotationDegrees: 4, scale: 0.1, shiftPixels: 2 },
    earlyStopping: { patience: 3, minimumImprovement: 0 },
  });
  writeFileSync(join(folder, 'mine.json'), stdout);
  const again = await lenet('train', '--config', 'mine.json', '--print-config');
  expect(again.stdout).toBe(stdout);
  expect(existsSync(join(folder, 'runs'))).toBe(false);
});

test('repeats a run from its config.json', async () => {
  const chosen = ['--optimizer', 'sgd', '--learning-rate', '0.05', '--schedule', 'one-cycle', '--shift', '1'];
  const { status } = await lenet('train', ...few, ...chosen, '--epochs', '2', '--quiet', '--name', 'first');
  expect(status).toBe(0);
  await lenet('train', '--config', join('runs', 'first', 'config.json'), '--quiet', '--name', 'again');
  expect(jsonOf('again', 'config.json')).toEqual(jsonOf('first', 'config.json'));
  expect(fileOf('again', 'model/weights.bin').equals(fileOf('first', 'model/weights.bin'))).toBe(true);
});

test('early stopping, best weights and event files come to the same after an interruption', async () => {
  // The best is in epoch 9, the end 40 epochs later.
  const args = [
    'train',
    ...few,
    '--learning-rate',
    '0.01',
    '--epochs',
    '100',
    '--patience',
    '40',
    '--tensorboard',
  ];
  const whole = await lenet(...args, '--name', 'whole');
  expect(whole.stderr).toContain('Validation no longer gets better: training ended after ');
  expect(jsonOf('whole', 'metrics.json')).toMatchObject({ ended: 'early-stopping' });
  const { best, epochs } = jsonOf('whole', 'metrics.json');
  expect(epochs).toBe(best.epoch + 40);

  let isInterrupted = false;
  const stopped = await runLenet([...args, '--name', 'stopped'], {
    cwd: folder,
    onStderr: (text, interrupt) => {
      if (isInterrupted || !text.includes(`Epoch ${best.epoch + 1}/100`)) return;
      isInterrupted = true;
      interrupt();
    },
  });
  expect(stopped.status).toBe(130);
  const resumed = await lenet('resume', join('runs', 'stopped'), '--quiet');
  expect(resumed.status).toBe(0);
  expect(jsonOf('stopped', 'metrics.json').best).toEqual(best);
  expect(fileOf('stopped', 'model/weights.bin').equals(fileOf('whole', 'model/weights.bin'))).toBe(true);
  for (const part of ['train', 'validation']) {
    const scalars = (run: string) => readScalars(join(folder, 'runs', run, 'tensorboard', part));
    expect(scalars('stopped')).toEqual(scalars('whole'));
    expect(scalars('whole').loss).toHaveLength(epochs);
  }

  const more = await lenet('resume', join('runs', 'stopped'), '--epochs', '120');
  expect(more.stderr).toBe(
    `lenet: Run "${join('runs', 'stopped')}" is finished: validation no longer got better. To train on, start a new run with a larger --patience.\n`,
  );
}, 120_000);

test.each([
  [
    ['--momentum', '0.5'],
    'error: --momentum 0.5 does not fit optimizer adam of recipe lenet-report: it is for --optimizer momentum.\n',
  ],
  [
    ['--backend', 'wasm', '--threads', '2'],
    'error: --threads 2 does not fit --backend wasm: it is for --backend engine.\n',
  ],
  [
    ['--config', 'wrong.json'],
    'error: Settings file "wrong.json": epochs: expected a whole number of 1 or more, got 0\nCompare it with what "lenet train --print-config" prints.\n',
  ],
])('%j is wrong use', async (args, message) => {
  writeFileSync(join(folder, 'wrong.json'), '{"epochs": 0}');
  const { status, stdout, stderr } = await lenet('train', ...args);
  expect({ status, stdout, stderr }).toEqual({
    status: 2,
    stdout: '',
    stderr: `${message}Run the command with --help for all options.\n`,
  });
});

test('the help shows first what a beginner needs', async () => {
  const { stdout } = await lenet('train', '--help');
  const headings = stdout.split('\n').filter((line) => /^[A-Z].*:$/.test(line));
  expect(headings).toEqual([
    'To begin with:',
    'Settings from and to a file:',
    'Several seeds:',
    'Images:',
    'Network:',
    'Optimizer:',
    'Learning rate over the run:',
    'Augmentation (limits; each image is changed anew in each epoch, by chance):',
    'Validation and early stopping:',
    'Machine:',
    'Output:',
    'Global Options:',
    'Recipes:',
    'Examples:',
  ]);
});
