import { InvalidArgumentError } from '@lenet/core';
import { EngineMemoryError } from '../errors/engine-memory-error.js';
import type { Kernels } from './kernels.js';
import { batchTable, type Program } from './program.js';
import { roundUp } from './round-up.js';

const PAGE_BYTES = 65536;
/** WebAssembly's addresses have 32 bits. */
const MOST_PAGES = 65536;
export const MOST_BYTES = MOST_PAGES * PAGE_BYTES;
/** 64 MiB: MNIST's training set and a batch. */
const LEAST_MAXIMUM = 1024;

/**
 * Memories that nobody uses any more, at most this many. Where a collection comes by, it takes them: a program that is
 * done with training has other uses for 40 MB.
 */
const MOST_SPARE = 2;
let spare: WeakRef<WebAssembly.Memory>[] = [];

/** Gives a memory back that no thread uses any more. */
export function recycleMemory(memory: WebAssembly.Memory): void {
  spare = spare.filter((reference) => reference.deref());
  if (spare.length < MOST_SPARE) spare.push(new WeakRef(memory));
}

function takeSpare(): WebAssembly.Memory | undefined {
  while (spare.length > 0) {
    const memory = spare.pop()!.deref();
    if (memory) return memory;
  }
}

/**
 * Zeros, from a memory that was given back where there is one: JavaScript engines do not count shared memory, and
 * so would not collect it before the machine has none left.
 *
 * @returns a memory with room for what the threads and the request need
 * @throws {EngineMemoryError} when the host grants none
 */
export function createMemory(): WebAssembly.Memory {
  const used = takeSpare();
  if (used) {
    new Uint8Array(used.buffer).fill(0);
    return used;
  }
  for (let maximum = MOST_PAGES; ; maximum /= 2) {
    try {
      return new WebAssembly.Memory({ initial: 1, maximum, shared: true });
    } catch (error) {
      // Safari on phones refuses 4 GiB of addresses, however few pages are used.
      if (maximum > LEAST_MAXIMUM) continue;
      throw new EngineMemoryError(
        'Engine: expected 64 MiB to 4 GiB of address space for its memory (pages are taken as they are used), but the host grants none. Dispose learners and classifiers that are not needed any more, or raise the limit of the process ("ulimit -v").',
        error,
      );
    }
  }
}

/** The memory of a learner or classifier: what the program fixes, the training set, the arrays of the batch. */
export class EngineMemory {
  bytes: Uint8Array;
  words: Int32Array;
  numbers: Float32Array;
  private capacity = 0;
  private batchStart: number;

  /** @throws {EngineMemoryError} when the host has no memory left */
  constructor(
    private readonly memory: WebAssembly.Memory,
    private readonly kernels: Pick<Kernels, 'addresses'>,
    readonly program: Program,
  ) {
    this.bytes = new Uint8Array(memory.buffer);
    this.words = new Int32Array(memory.buffer);
    this.numbers = new Float32Array(memory.buffer);
    this.batchStart = program.free;
    this.growTo(program.free);
    this.words.set(program.words, kernels.addresses.MODULE / 4);
  }

  /** Of one image. */
  get imageBytes(): number {
    return this.program.imageHeight * this.program.imageWidth;
  }

  /**
   * Makes room up to an address, in bytes, and puts the batch behind it.
   *
   * @throws {EngineMemoryError} when the host has no memory left
   */
  moveBatchBehind(end: number): void {
    this.growTo(end);
    this.batchStart = roundUp(end, 64);
    this.capacity = 0;
  }

  /**
   * Makes room for a batch of so many images.
   *
   * @throws {InvalidArgumentError} when it does not fit
   * @throws {EngineMemoryError} when the host has no memory left
   */
  reserve(count: number): void {
    if (count <= this.capacity) return;
    const capacity = roundUp(count, 4);
    let end = this.batchStart;
    const starts = this.program.batchArrays.map(({ entry, bytes }) => {
      const start = end;
      end = roundUp(end + capacity * bytes, 64);
      return { entry, start };
    });
    if (end > MOST_BYTES) {
      throw new InvalidArgumentError({
        argument: 'indices',
        received: count,
        message: `Engine: expected a batch that fits into 4 GiB beside the training set, got ${count} images. Use a smaller batch.`,
      });
    }
    this.growTo(end);
    // What pads the rows must be 0, and another batch or training set may have been here.
    this.bytes.fill(0, this.batchStart, end);
    const table = this.kernels.addresses.BATCH_TABLE / 4;
    for (const { entry, start } of starts) this.words[table + entry] = start;
    this.capacity = capacity;
  }

  /** Address of an array of the batch, in bytes. */
  batchArray(name: keyof typeof batchTable): number {
    return this.addressOf(batchTable[name]);
  }

  /** What stands at an entry of the batch table. */
  addressOf(entry: number): number {
    return this.words[this.kernels.addresses.BATCH_TABLE / 4 + entry] >>> 0;
  }

  private growTo(end: number): void {
    const missing = end - this.memory.buffer.byteLength;
    if (missing <= 0) return;
    try {
      this.memory.grow(Math.ceil(missing / PAGE_BYTES));
    } catch (error) {
      throw new EngineMemoryError(
        `Engine: expected ${Math.ceil(end / 2 ** 20)} MiB of memory, but the host grants no more. Use smaller batches or fewer images, or give the process more memory.`,
        error,
      );
    }
    this.bytes = new Uint8Array(this.memory.buffer);
    this.words = new Int32Array(this.memory.buffer);
    this.numbers = new Float32Array(this.memory.buffer);
  }
}
