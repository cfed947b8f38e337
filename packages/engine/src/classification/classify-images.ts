import type { Architecture, ClassifierImages, Features } from '@lenet/core';
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
 * @param kept float32 `[images.count, size of the layer]`, filled with what the layer before the last makes
 * @returns logits, float32 `[images.count, classes]`, row-major
 */
export function classifyImages(
  machine: ClassifyingMachine,
  images: ClassifierImages,
  kept?: Float32Array,
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
    const output = data.batchArray('output') / 4;
    for (let image = 0; image < count; image++) {
      const start = output + image * logitsRow;
      logits.set(data.numbers.subarray(start, start + classes), (first + image) * classes);
    }
    if (kept) keepHidden(machine, count, kept.subarray(first * (kept.length / images.count)));
  }
  return logits;
}

function keepHidden({ data, program }: ClassifyingMachine, count: number, kept: Float32Array): void {
  const { entry, row, pixels, channels, paddedChannels } = program.hidden;
  let to = 0;
  for (let image = 0; image < count; image++) {
    let start = data.addressOf(entry) / 4 + image * row;
    for (let pixel = 0; pixel < pixels; pixel++) {
      kept.set(data.numbers.subarray(start, start + channels), to);
      start += paddedChannels;
      to += channels;
    }
  }
}

/** What the layer before the last makes of images. */
export function readFeatures(
  machine: ClassifyingMachine,
  { layers }: Architecture,
  images: ClassifierImages,
): Features {
  const { pixels, channels } = machine.program.hidden;
  const values = new Float32Array(images.count * pixels * channels);
  const logits = classifyImages(machine, images, values);
  return { layer: layers[layers.length - 2].name, values, logits };
}
