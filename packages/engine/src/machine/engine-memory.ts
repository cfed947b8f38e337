import type { Kernels } from './kernels.js';

const PAGE_BYTES = 65536;
const MOST_PAGES = 65536;
const IMAGE_BYTES = 784;

/** The arrays with one row for each image of a batch, by their entry in the batch table. */
export const batchArrays = {
  output: 3,
  loss: 6,
  correct: 7,
  label: 8,
  source: 9,
  index: 10,
  input: 11,
} as const;

/** @returns a memory with room for all that is not as large as the data */
export function createMemory(): WebAssembly.Memory {
  // 40 pages end behind assembly/memory-map.ts's FREE.
  return new WebAssembly.Memory({ initial: 40, maximum: MOST_PAGES, shared: true });
}

/** The part of memory that grows: the training set, and behind it the arrays of the batch. */
export class EngineMemory {
  bytes: Uint8Array;
  words: Int32Array;
  numbers: Float32Array;
  private capacity = 0;
  private batchStart: number;

  constructor(
    private readonly memory: WebAssembly.Memory,
    private readonly kernels: Kernels,
  ) {
    this.batchStart = kernels.addresses.FREE;
    this.bytes = new Uint8Array(memory.buffer);
    this.words = new Int32Array(memory.buffer);
    this.numbers = new Float32Array(memory.buffer);
  }

  /** Copies the pixels of a training set; the batch is behind it from then on. */
  placeTrainingSet(pixels: Uint8Array): void {
    const { FREE } = this.kernels.addresses;
    this.growTo(FREE + pixels.length);
    this.bytes.set(pixels, FREE);
    this.batchStart = Math.ceil((FREE + pixels.length) / 64) * 64;
    this.capacity = 0;
  }

  /** Makes room for a batch of so many images. */
  reserve(count: number): void {
    if (count <= this.capacity) return;
    const capacity = Math.ceil(count / 4) * 4;
    this.growTo(this.kernels.placeBatch(this.batchStart, capacity));
    this.capacity = capacity;
  }

  /** Address of an array of the batch, in bytes. */
  batchArray(name: keyof typeof batchArrays): number {
    return this.words[this.kernels.addresses.BATCH_TABLE / 4 + batchArrays[name]] >>> 0;
  }

  /** Address of an image of the training set, in bytes. */
  trainingImage(index: number): number {
    return this.kernels.addresses.FREE + index * IMAGE_BYTES;
  }

  private growTo(end: number): void {
    const missing = end - this.memory.buffer.byteLength;
    if (missing <= 0) return;
    this.memory.grow(Math.ceil(missing / PAGE_BYTES));
    this.bytes = new Uint8Array(this.memory.buffer);
    this.words = new Int32Array(this.memory.buffer);
    this.numbers = new Float32Array(this.memory.buffer);
  }
}
