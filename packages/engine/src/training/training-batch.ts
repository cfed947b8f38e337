import type { StepRequest, StepResult } from '@lenet/core';
import type { EngineMemory } from '../machine/engine-memory.js';
import type { Machine } from '../machine/machine.js';
import { trainingImage } from './training-set.js';

/**
 * Writes which images a step takes. Those that are to be changed get places of their own, where the threads
 * put them; others are read where the training set lies.
 *
 * @param labels uint8, of the whole training set
 */
export function writeBatch(
  machine: Machine,
  labels: Uint8Array,
  { indices, augmentation }: StepRequest,
): void {
  const { data } = machine;
  data.reserve(indices.length);
  const { words, imageBytes } = data;
  const source = data.batchArray('source') / 4;
  const label = data.batchArray('label') / 4;
  const index = data.batchArray('index') / 4;
  const input = data.batchArray('input');
  for (let position = 0; position < indices.length; position++) {
    const image = indices[position];
    words[index + position] = image;
    words[label + position] = labels[image];
    words[source + position] = augmentation ? input + position * imageBytes : trainingImage(data, image);
  }
  machine.writeRequest('count', indices.length);
}

/** @returns the mean loss, summed image by image in float64, and the number of right answers */
export function readResult(data: EngineMemory, count: number): StepResult {
  const losses = data.batchArray('loss') / 4;
  const answers = data.batchArray('correct') / 4;
  let loss = 0;
  let correct = 0;
  for (let image = 0; image < count; image++) {
    loss += data.numbers[losses + image];
    correct += data.words[answers + image];
  }
  return { loss: loss / count, correct };
}
