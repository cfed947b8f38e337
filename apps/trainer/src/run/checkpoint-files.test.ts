import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Checkpoint, CheckpointFormatError } from '@lenet/core/training';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { exampleEpoch } from '../testing/example-report-input.js';
import { readNewestCheckpoint, writeCheckpoint } from './checkpoint-files.js';
import { resolveConfig } from './run-config.js';
import { createRunFolder, type RunFolder } from './run-folder.js';

let parent: string;
let folder: RunFolder;
let said: string[];
beforeEach(async () => {
  parent = mkdtempSync(join(tmpdir(), 'lenet-checkpoints-'));
  folder = await createRunFolder(parent, 'run', true);
  said = [];
});
afterEach(() => {
  folder.release();
  rmSync(parent, { recursive: true, force: true });
});

const config = resolveConfig({ recipe: 'lenet-report', data: 'mnist', backend: 'engine' });
const read = () => readNewestCheckpoint(folder, { config, say: (line) => said.push(line) });
const file = (name: string) => join(folder.path, 'checkpoints', name);
const cutShort = (name: string) => writeFileSync(file(name), readFileSync(file(name)).subarray(0, -7));

function checkpoint(epochs: number, stepsDone = 0): Checkpoint {
  const weights = [{ name: 'dense/bias', shape: [1], values: Float32Array.of(epochs + stepsDone / 10) }];
  return {
    weights,
    state: { stepCount: epochs * 10 + stepsDone, moments: [] },
    history: Array.from({ length: epochs }, (_, index) => exampleEpoch(index + 1)),
    ...(stepsDone > 0 && { begun: { stepsDone, total: { loss: 1, correct: 2, images: 3 }, seconds: 4 } }),
    evaluations: [],
    best: { epoch: 1, step: 10, weights },
    scheduleEpochs: { from: 0, to: 9 },
  };
}

test('a run without a checkpoint goes on from its start', async () => {
  expect(await read()).toBeUndefined();
});

test('reads the last of those that were written, epochs before steps', async () => {
  for (const next of [checkpoint(0, 8), checkpoint(1), checkpoint(1, 2), checkpoint(1, 7)]) {
    await writeCheckpoint(folder, next);
    expect(await read()).toEqual(next);
  }
  expect(said).toEqual([]);
});

test.each([
  ['is cut short', () => cutShort('last')],
  ['is empty', () => writeFileSync(file('last'), '')],
  [
    'has a flipped bit',
    () => {
      const bytes = readFileSync(file('last'));
      bytes[bytes.length >> 1] ^= 4;
      writeFileSync(file('last'), bytes);
    },
  ],
])('where the last %s, the one before it is used, and stays', async (_title, damage) => {
  await writeCheckpoint(folder, checkpoint(1), { isBest: true });
  await writeCheckpoint(folder, checkpoint(1, 5));
  await writeCheckpoint(folder, checkpoint(2));
  damage();
  expect(await read()).toEqual(checkpoint(1, 5));
  expect(said).toEqual([
    `Checkpoint "${file('last')}" is damaged; it is kept as "last.damaged". Going on from "checkpoints/previous", after 5 steps of epoch 2.`,
  ]);
  expect([existsSync(file('last')), existsSync(file('last.damaged'))]).toEqual([false, true]);

  await writeCheckpoint(folder, checkpoint(2));
  cutShort('last');
  expect(await read()).toEqual(checkpoint(1, 5));
});

test('where the last two are damaged, the best is used', async () => {
  await writeCheckpoint(folder, checkpoint(1), { isBest: true });
  await writeCheckpoint(folder, checkpoint(2));
  await writeCheckpoint(folder, checkpoint(3));
  cutShort('last');
  cutShort('previous');
  expect(await read()).toEqual(checkpoint(1));
  expect(said[0]).toContain('Going on from "checkpoints/best", after epoch 1.');
});

test('a kill between the two renames loses nothing', async () => {
  await writeCheckpoint(folder, checkpoint(1));
  await folder.rename('checkpoints/last', 'checkpoints/previous');
  expect(await read()).toEqual(checkpoint(1));
  expect(said).toEqual([]);
});

test('where none is whole, it says so and how to start again', async () => {
  await writeCheckpoint(folder, checkpoint(1), { isBest: true });
  await writeCheckpoint(folder, checkpoint(2));
  for (const name of ['last', 'previous', 'best']) cutShort(name);
  await expect(read()).rejects.toThrow(
    `Run "${folder.path}": none of its checkpoints is whole: checkpoints/last, checkpoints/previous, checkpoints/best. Bring one back from a copy, or start again with "lenet train --recipe lenet-report --data mnist --epochs 10 --batch-size 64 --learning-rate 0.001 --seed 1 --backend engine".`,
  );
});

test('a checkpoint of another release is an error, not damage', async () => {
  await writeCheckpoint(folder, checkpoint(1));
  await writeCheckpoint(folder, checkpoint(2));
  const { crc32 } = await import('node:zlib');
  const bytes = readFileSync(file('last'));
  bytes.writeUInt32LE(9, 8);
  bytes.writeUInt32LE(crc32(bytes.subarray(0, -4)), bytes.length - 4);
  writeFileSync(file('last'), bytes);
  const error = await read().catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(CheckpointFormatError);
  expect((error as Error).message).toBe(
    `Checkpoint "${file('last')}" cannot be read: expected version 2 or 3, got 9. Another release wrote it: go on with that one, or start the run again.`,
  );
});
