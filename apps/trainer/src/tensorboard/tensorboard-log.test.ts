import { appendFileSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BestWeights, Checkpoint, EpochRecord, TrainingEvent } from '@lenet/core/training';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readScalars } from '../testing/read-event-files.js';
import { openTensorboardLog } from './tensorboard-log.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lenet-tensorboard-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Two images a step; the loss of step n of epoch e is 100 e + n, halves and quarters do without rounding. */
const stepsPerEpoch = 16;
const steps = (epoch: number, count = stepsPerEpoch): TrainingEvent[] =>
  Array.from({ length: count }, (_, index) => ({
    type: 'step',
    epoch,
    step: index + 1,
    stepsPerEpoch,
    learningRate: 1 / 2 ** epoch,
    imagesSeen: 2 * (index + 1),
    running: { loss: 100 * epoch + (index + 2) / 2, accuracy: 0.5 },
  }));

const recordOf = (epoch: number): EpochRecord => ({
  epoch,
  training: { loss: epoch + 0.5, accuracy: 0.5 },
  validation: { loss: epoch + 0.25, accuracy: 0.75 },
  learningRate: 1,
  seconds: 1,
});
const checkpointAfter = (epochs: number) => {
  const history = Array.from({ length: epochs }, (_, index) => recordOf(index + 1));
  const evaluations = history.map(({ epoch, validation }) => ({ epoch, step: stepsPerEpoch, ...validation }));
  return { history, evaluations, state: { stepCount: epochs * stepsPerEpoch } } as unknown as Checkpoint & {
    best: BestWeights;
  };
};
const wholeEpoch = (epoch: number): TrainingEvent[] => [
  ...steps(epoch),
  { type: 'epoch', record: recordOf(epoch), isBest: true, checkpoint: checkpointAfter(epoch) },
];

/** One session: the events go to files in `name`. */
async function session(name: string, events: readonly TrainingEvent[], resumeFrom?: Checkpoint) {
  const log = await openTensorboardLog(join(folder, name), { resumeFrom, now: () => 1.7e12 });
  const start = { type: 'start', epochs: 3, completedEpochs: 0, completedSteps: 0, stepsPerEpoch } as const;
  await log.record({ ...start, trainingCount: 32, validationCount: 5 });
  for (const event of events) await log.record(event);
}

const read = (name: string) => ({
  train: readScalars(join(folder, name, 'train')),
  validation: readScalars(join(folder, name, 'validation')),
});

test('writes a point every 10 steps and at the end of an epoch, by steps of the whole run', async () => {
  await session('run', [...wholeEpoch(1), ...wholeEpoch(2)]);
  expect(read('run')).toEqual({
    train: {
      // Means of the steps 1 to 10 and 1 to 16.
      batch_loss: [
        [10, 105.5],
        [16, 108.5],
        [26, 205.5],
        [32, 208.5],
      ],
      learning_rate: [
        [10, 0.5],
        [16, 0.5],
        [26, 0.25],
        [32, 0.25],
      ],
      loss: [
        [16, 1.5],
        [32, 2.5],
      ],
      accuracy: [
        [16, 0.5],
        [32, 0.5],
      ],
      epoch: [
        [16, 1],
        [32, 2],
      ],
    },
    validation: {
      loss: [
        [16, 1.25],
        [32, 2.25],
      ],
      accuracy: [
        [16, 0.75],
        [32, 0.75],
      ],
    },
  });
});

test('a validation within an epoch is at its step', async () => {
  const record = { epoch: 2, step: 4, loss: 0.5, accuracy: 0.25 };
  await session('run', [{ type: 'evaluation', record, isBest: true }, ...steps(2, 5).slice(4), interrupted]);
  expect(read('run').validation).toEqual({ loss: [[20, 0.5]], accuracy: [[20, 0.25]] });
});

const interrupted: TrainingEvent = { type: 'interrupted', epoch: 3, stepsDone: 12 };
const threeEpochs = [1, 2, 3].flatMap(wholeEpoch);

test('a run that went on has each point once, as one that never stopped', async () => {
  await session('whole', threeEpochs);
  await session('stopped', [...wholeEpoch(1), ...wholeEpoch(2), ...steps(3, 12), interrupted]);
  expect(read('stopped').train.batch_loss.at(-1)).toEqual([42, 305.5]);
  await session('stopped', [...steps(3, 11), interrupted], checkpointAfter(2));
  await session('stopped', wholeEpoch(3), checkpointAfter(2));
  expect(readdirSync(join(folder, 'stopped', 'train'))).toHaveLength(3);
  expect(read('stopped')).toEqual(read('whole'));
});

test('a run that went on within an epoch has the points of one that never stopped', async () => {
  await session('whole', threeEpochs);
  await session('stopped', [...wholeEpoch(1), ...wholeEpoch(2), ...steps(3, 13), interrupted]);
  const begun = { ...checkpointAfter(2), state: { stepCount: 2 * stepsPerEpoch + 13, moments: [] } };
  await session('stopped', wholeEpoch(3).slice(13), begun);
  expect(read('stopped')).toEqual(read('whole'));
});

test('goes back to an earlier checkpoint, and after a record that was cut short', async () => {
  await session('whole', threeEpochs);
  await session('stopped', [...wholeEpoch(1), ...wholeEpoch(2)]);
  const [name] = readdirSync(join(folder, 'stopped', 'train'));
  const path = join(folder, 'stopped', 'train', name);
  appendFileSync(path, Uint8Array.of(1, 2, 3));
  const size = statSync(path).size;
  await session('stopped', [...wholeEpoch(2), ...wholeEpoch(3)], checkpointAfter(1));
  expect(statSync(path).size).toBeLessThan(size);
  expect(read('stopped')).toEqual(read('whole'));
});

test('the epochs of files that were deleted are written again', async () => {
  await session('whole', threeEpochs);
  await session('stopped', wholeEpoch(3), checkpointAfter(2));
  const { train, validation } = read('whole');
  expect(read('stopped').validation).toEqual(validation);
  expect(read('stopped').train).toMatchObject({ loss: train.loss, accuracy: train.accuracy });
});

test('a file that cannot be written is an error for people', async () => {
  appendFileSync(join(folder, 'run'), 'a file');
  await expect(openTensorboardLog(join(folder, 'run'), {})).rejects.toThrow(
    `File "${join(folder, 'run', 'train')}": cannot be written (ENOTDIR). Choose another place with --out.`,
  );
});
