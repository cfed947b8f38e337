import { expect, test } from 'vitest';
import { CheckpointFormatError } from '../errors/checkpoint-format-error.js';
import type { Checkpoint } from './checkpoint.js';
import { decodeCheckpoint, encodeCheckpoint } from './checkpoint-bytes.js';
import { crc32 } from './crc32.js';

const checkpoint: Checkpoint = {
  weights: [
    { name: 'dense/kernel', shape: [2, 1], values: Float32Array.of(0.1, -3.5e-30) },
    { name: 'dense/bias', shape: [1], values: Float32Array.of(7) },
  ],
  state: {
    stepCount: 12,
    moments: [{ name: 'dense/kernel/first-moment', shape: [2, 1], values: Float32Array.of(-0, 1e30) }],
  },
  history: [{ epoch: 1, training: { loss: 0.1, accuracy: 0.9 }, learningRate: 1e-3, seconds: 2 }],
  bestEpoch: 1,
};

test('reads back exactly what was written', () => {
  expect(decodeCheckpoint(encodeCheckpoint(checkpoint))).toEqual(checkpoint);
});

test.each([0, 9, 100])('recognises a flipped bit at byte %i', (position) => {
  const bytes = encodeCheckpoint(checkpoint);
  bytes[position] ^= 1;
  expect(() => decodeCheckpoint(bytes)).toThrow(CheckpointFormatError);
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
  const view = new DataView(bytes.buffer);
  view.setUint32(8, 2, true);
  view.setUint32(bytes.length - 4, crc32(bytes.subarray(0, bytes.length - 4)), true);
  expect(() => decodeCheckpoint(bytes)).toThrow(
    'Checkpoint "checkpoint" cannot be read: expected version 1, got 2. Use an earlier one.',
  );
});

test('the checksum is the standard one', () => {
  // Check value of CRC-32/ISO-HDLC in the CRC catalogue.
  expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926);
});
