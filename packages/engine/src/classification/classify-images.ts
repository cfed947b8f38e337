import type { ClassifierImages } from '@lenet/core';
import type { Machine } from '../machine/machine.js';
import { CLASSIFY } from '../threads/items.js';

/** Images that are copied into the engine's memory at once. */
const MOST_AT_ONCE = 256;

/** What of a machine classifies. */
export interface ClassifyingMachine extends Pick<Machine, 'data' | 'program' | 'run'> {
  writeRequest(word: 'count', value: number): void;
}

/**
 * @param images of the size that the network takes
 * @returns logits, float32 `[images.count, classes]`, row-major
 */
export function classifyImages(machine: ClassifyingMachine, images: ClassifierImages): Float32Array {
  const { data } = machine;
  const { imageBytes } = data;
  const { classes, logitsRow } = machine.program;
  const logits = new Float32Array(images.count * classes);
  for (let first = 0; first < images.count; first += MOST_AT_ONCE) {
    const count = Math.min(MOST_AT_ONCE, images.count - first);
    data.reserve(count);
    const input = data.batchArray('input');
    data.bytes.set(images.pixels.subarray(first * imageBytes, (first + count) * imageBytes), input);
    const source = data.batchArray('source') / 4;
    for (let image = 0; image < count; image++) data.words[source + image] = input + image * imageBytes;
    machine.writeRequest('count', count);
    machine.run(CLASSIFY);
    const output = data.batchArray('output') / 4;
    for (let image = 0; image < count; image++) {
      const row = output + image * logitsRow;
      logits.set(data.numbers.subarray(row, row + classes), (first + image) * classes);
    }
  }
  return logits;
}
