import type { Augmentation, LabelledImages } from '@lenet/core';
import { augmentBatch } from '@lenet/core/images';
import type { Kernels } from '../machine/kernels.js';
import { batchTable, type Program } from '../machine/program.js';

/** What all threads must know to prepare the images of a step. */
export interface StepOrder {
  readonly augmentation: Augmentation | undefined;
  readonly epoch: number;
  /** Images in the training set. */
  readonly imageCount: number;
}

/** What of a program the preparation needs, and a worker is started with. */
export type PreparationPlan = Pick<Program, 'free' | 'imageHeight' | 'imageWidth'> & {
  /** uint32: the learner's. */
  readonly seed: number;
};

// The order lies in the control region behind the words of the jobs, as JSON, which keeps every number to
// the last bit: its length, a number that changes with it, and the text.
const LENGTH = 16;
const VERSION = 17;
const TEXT_BYTES = 128;
const LONGEST_TEXT = 1024 - TEXT_BYTES;

/** Augmentation, shard by shard, so that each thread changes the images that it will compute with. */
export interface ShardPreparation {
  /** Gives the order for the steps to come. */
  give(order: StepOrder): void;
  /** Makes the changed images of a shard, where the order says so. */
  prepareShard(shard: number): void;
}

export function createShardPreparation(
  memory: WebAssembly.Memory,
  kernels: Kernels,
  { free, imageHeight, imageWidth, seed }: PreparationPlan,
): ShardPreparation {
  const { CONTROL, BATCH_TABLE } = kernels.addresses;
  const control = new Int32Array(memory.buffer, CONTROL, TEXT_BYTES / 4);
  const text = new Uint8Array(memory.buffer, CONTROL + TEXT_BYTES, LONGEST_TEXT);
  const table = new Uint32Array(memory.buffer, BATCH_TABLE, 64);
  const imageBytes = imageHeight * imageWidth;
  let given = '';
  let version = 0;
  let order: StepOrder | undefined;
  let bytes = new Uint8Array(memory.buffer);
  let images: LabelledImages | undefined;

  function readOrder(): StepOrder {
    if (order && control[VERSION] === version) return order;
    version = control[VERSION];
    images = undefined;
    order = JSON.parse(new TextDecoder().decode(text.slice(0, control[LENGTH]))) as StepOrder;
    return order;
  }

  function trainingSet({ imageCount }: StepOrder): LabelledImages {
    if (images && bytes.length === memory.buffer.byteLength) return images;
    bytes = new Uint8Array(memory.buffer);
    images = {
      pixels: bytes.subarray(free, free + imageCount * imageBytes),
      labels: new Uint8Array(0),
      count: imageCount,
      height: imageHeight,
      width: imageWidth,
      classCount: 10,
    };
    return images;
  }

  return {
    give(next) {
      const json = JSON.stringify(next);
      if (json === given) return;
      const encoded = new TextEncoder().encode(json);
      text.set(encoded);
      control[LENGTH] = encoded.length;
      control[VERSION]++;
      given = json;
    },
    prepareShard(shard) {
      const step = readOrder();
      if (!step.augmentation) return;
      const first = kernels.startOfShard(shard);
      const count = kernels.startOfShard(shard + 1) - first;
      const indices = new Uint32Array(memory.buffer, table[batchTable.index] + first * 4, count);
      const training = trainingSet(step);
      const input = table[batchTable.input] + first * imageBytes;
      const changed = bytes.subarray(input, input + count * imageBytes);
      augmentBatch(training, indices, step.augmentation, { seed, epoch: step.epoch }, changed);
    },
  };
}
