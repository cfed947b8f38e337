import { expect, test } from 'vitest';
import { CheckpointFormatError } from '../errors/checkpoint-format-error.js';
import type { Checkpoint } from './checkpoint.js';
import { decodeCheckpoint, encodeCheckpoint } from './checkpoint-bytes.js';
import { crc32 } from './crc32.js';

const weights = [
  { name: 'dense/kernel', shape: [2, 1], values: Float32Array.of(0.1, -3.5e-30) },
  { name: 'dense/bias', shape: [1], values: Float32Array.of(7) },
];
const bestWeights = [
  { name: 'dense/kernel', shape: [2, 1], values: Float32Array.of(0.2, 1) },
  { name: 'dense/bias', shape: [1], values: Float32Array.of(-7) },
];
const validation = { loss: 0.2, accuracy: 0.95 };
const checkpoint: Checkpoint = {
  weights,
  state: {
    stepCount: 12,
    moments: [{ name: 'dense/kernel/first-moment', shape: [2, 1], values: Float32Array.of(-0, 1e30) }],
  },
  history: [{ epoch: 1, training: { loss: 0.1, accuracy: 0.9 }, learningRate: 1e-3, seconds: 2 }],
  evaluations: [{ epoch: 1, step: 6, ...validation }],
  best: { epoch: 1, step: 6, evaluation: validation, weights: bestWeights },
  scheduleEpochs: { from: 0, to: 3 },
};

function setVersion(bytes: Uint8Array, version: number): void {
  const view = new DataView(bytes.buffer);
  view.setUint32(8, version, true);
  view.setUint32(bytes.length - 4, crc32(bytes.subarray(0, bytes.length - 4)), true);
}

function readError(bytes: Uint8Array): unknown {
  try {
    return decodeCheckpoint(bytes);
  } catch (error) {
    return error;
  }
}

test('reads back exactly what was written', () => {
  expect(decodeCheckpoint(encodeCheckpoint(checkpoint))).toEqual(checkpoint);
});

test('holds weights once that are the last and the best', () => {
  const bytes = encodeCheckpoint({ ...checkpoint, best: { epoch: 1, step: 12, weights } });
  const read = decodeCheckpoint(bytes);
  expect(read.best).toEqual({ epoch: 1, step: 12, weights });
  expect(read.best?.weights).toBe(read.weights);
});

test('reads back a run within its first epoch, which has no best weights', () => {
  const { best, ...others } = checkpoint;
  // A sum that no decimal of 15 digits holds.
  const begun = { stepsDone: 7, total: { loss: 0.1 + 0.2, correct: 3, images: 14 }, seconds: 1 / 3 };
  const within: Checkpoint = { ...others, history: [], begun };
  expect(decodeCheckpoint(encodeCheckpoint(within))).toEqual(within);
});

test('reads what the version before wrote', () => {
  const bytes = encodeCheckpoint(checkpoint);
  setVersion(bytes, 2);
  expect(decodeCheckpoint(bytes)).toEqual(checkpoint);
});

test.each([0, 9, 100])('recognises a flipped bit at byte %i', (position) => {
  const bytes = encodeCheckpoint(checkpoint);
  bytes[position] ^= 1;
  const error = readError(bytes);
  expect(error).toBeInstanceOf(CheckpointFormatError);
  expect(error).toMatchObject({ isDamaged: true });
});

test('recognises a file that is cut short', () => {
  const bytes = encodeCheckpoint(checkpoint);
  expect(() => decodeCheckpoint(bytes.subarray(0, bytes.length - 5), { name: 'last' })).toThrow(
    'Checkpoint "last" cannot be read: its checksum differs: it is cut short or was changed. Use an earlier one.',
  );
});

test('refuses bytes of another kind', () => {
  expect(() => decodeCheckpoint(new Uint8Array(3))).toThrow(
    'Checkpoint "checkpoint" cannot be read: it does not begin as a checkpoint of Lenet does. Use an earlier one.',
  );
});

test('refuses a version that it does not know', () => {
  const bytes = encodeCheckpoint(checkpoint);
  setVersion(bytes, 1);
  expect(readError(bytes)).toMatchObject({ isDamaged: false });
  expect(() => decodeCheckpoint(bytes)).toThrow(
    'Checkpoint "checkpoint" cannot be read: expected version 2 or 3, got 1. Another release wrote it: go on with that one, or start the run again.',
  );
});

test('the checksum is the standard one', () => {
  // Check value of CRC-32/ISO-HDLC in the CRC catalogue.
  expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926);
});
