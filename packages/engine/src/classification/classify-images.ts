import type { Architecture, ClassifierImages, Features } from '@lenet/core';
import { HIDDEN_2, HIDDEN_2_ROW } from '../machine/lenet-program.js';
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
 * @param hidden of the LeNet module: float32 `[images.count, 84]`, filled with what the layer before the last makes
 * @returns logits, float32 `[images.count, classes]`, row-major
 */
export function classifyImages(
  machine: ClassifyingMachine,
  images: ClassifierImages,
  hidden?: Float32Array,
): Float32Array {
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
    copyRows(data, 'output', logitsRow, logits.subarray(first * classes), { count, size: classes });
    if (hidden) {
      const rows = hidden.subarray(first * HIDDEN_2);
      copyRows(data, 'hidden2', HIDDEN_2_ROW, rows, { count, size: HIDDEN_2 });
    }
  }
  return logits;
}

/** Copies the first `size` numbers of each row of the batch, rows lying `row` numbers apart. */
function copyRows(
  data: ClassifyingMachine['data'],
  name: 'output' | 'hidden2',
  row: number,
  target: Float32Array,
  { count, size }: { count: number; size: number },
): void {
  const start = data.batchArray(name) / 4;
  for (let image = 0; image < count; image++) {
    const from = start + image * row;
    target.set(data.numbers.subarray(from, from + size), image * size);
  }
}

/** What the layer before the last makes of images, on the LeNet module. */
export function readFeatures(
  machine: ClassifyingMachine,
  { layers }: Architecture,
  images: ClassifierImages,
): Features {
  const values = new Float32Array(images.count * HIDDEN_2);
  const logits = classifyImages(machine, images, values);
  return { layer: layers[layers.length - 2].name, values, logits };
}
