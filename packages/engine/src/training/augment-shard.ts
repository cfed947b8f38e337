import type { Augmentation, LabelledImages } from '@lenet/core';
import { augmentBatch } from '@lenet/core/images';
import { batchArrays } from '../machine/engine-memory.js';
import type { Kernels } from '../machine/kernels.js';

/** What all threads must know to change the images of a step: core's function needs no more. */
export interface AugmentationOrder {
  readonly augmentation: Augmentation;
  readonly seed: number;
  readonly epoch: number;
  /** Images in the training set. */
  readonly imageCount: number;
}

// The order lies in the control region behind the words of the jobs, as JSON, which keeps every number to
// the last bit: its length, a number that changes with it, and the text.
const LENGTH = 16;
const VERSION = 17;
const TEXT_BYTES = 128;
const LONGEST_TEXT = 1024 - TEXT_BYTES;

/** Augmentation, shard by shard, so that each thread changes the images that it will compute with. */
export interface ShardAugmentation {
  /** Gives the order for the steps to come; undefined leaves the images as they are. */
  give(order: AugmentationOrder | undefined): void;
  /** Makes the changed images of a shard, where there is an order. */
  prepareShard(shard: number): void;
}

export function createShardAugmentation(memory: WebAssembly.Memory, kernels: Kernels): ShardAugmentation {
  const { CONTROL, BATCH_TABLE, FREE } = kernels.addresses;
  const control = new Int32Array(memory.buffer, CONTROL, TEXT_BYTES / 4);
  const text = new Uint8Array(memory.buffer, CONTROL + TEXT_BYTES, LONGEST_TEXT);
  const table = new Uint32Array(memory.buffer, BATCH_TABLE, 16);
  let given = '';
  let version = 0;
  let order: AugmentationOrder | undefined;
  let bytes = new Uint8Array(memory.buffer);
  let images: LabelledImages | undefined;

  function readOrder(): void {
    version = control[VERSION];
    const json = new TextDecoder().decode(text.slice(0, control[LENGTH]));
    order = json === '' ? undefined : (JSON.parse(json) as AugmentationOrder);
    images = undefined;
  }

  function trainingSet({ imageCount }: AugmentationOrder): LabelledImages {
    bytes = new Uint8Array(memory.buffer);
    return {
      pixels: bytes.subarray(FREE, FREE + imageCount * 784),
      labels: new Uint8Array(0),
      count: imageCount,
      height: 28,
      width: 28,
      classCount: 10,
    };
  }

  return {
    give(next) {
      const json = next ? JSON.stringify(next) : '';
      if (json === given) return;
      const encoded = new TextEncoder().encode(json);
      text.set(encoded);
      control[LENGTH] = encoded.length;
      control[VERSION]++;
      given = json;
    },
    prepareShard(shard) {
      if (control[VERSION] !== version) readOrder();
      if (!order) return;
      if (!images || bytes.length !== memory.buffer.byteLength) images = trainingSet(order);
      const first = kernels.startOfShard(shard);
      const count = kernels.startOfShard(shard + 1) - first;
      const input = table[batchArrays.input] + first * 784;
      const indices = new Uint32Array(memory.buffer, table[batchArrays.index] + first * 4, count);
      augmentBatch(images, indices, order.augmentation, order, bytes.subarray(input, input + count * 784));
    },
  };
}
