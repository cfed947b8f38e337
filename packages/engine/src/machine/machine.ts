import type { NamedTensor, WeightShape } from '@lenet/core';
import { InvalidArgumentError } from '@lenet/core';
import { availableThreads, startWorkers } from '#start-workers';
import type { EngineBuild, EngineOptions } from '../engine-options.js';
import { createPerformItem, type PrepareShard } from '../threads/items.js';
import { createJobBoard } from '../threads/worker-data.js';
import { noWorkers } from '../threads/workers.js';
import { compileModule } from './compile-module.js';
import { createMemory, EngineMemory } from './engine-memory.js';
import { createKernels, type Kernels } from './kernels.js';
import { readParameters, writeParameters } from './parameter-layout.js';

/** Rows of parameters in memory. */
export type ParameterRow = 'WEIGHTS' | 'FIRST_MOMENT' | 'SECOND_MOMENT' | 'GRADIENT';

/** Words of the request, see assembly/memory-map.ts and assembly/update-rules.ts. */
const requestWords = { count: 0, optimizer: 8 } as const;

/** Memory, kernels and threads of one learner or classifier. */
export interface Machine {
  /** What computes, for people to read. */
  readonly backend: string;
  readonly data: EngineMemory;
  writeRequest(word: keyof typeof requestWords, value: number): void;
  /** The request as float32, from its start on. */
  requestNumbers(): Float32Array;
  /**
   * Does a job on all threads and comes back when it is done.
   *
   * @param kind of src/threads/items.ts
   * @throws {EngineError} when a thread failed
   */
  run(kind: number): void;
  readParameters(row: ParameterRow, shapes: readonly WeightShape[]): NamedTensor[];
  /** @param tensors in the order of the layers */
  writeParameters(row: ParameterRow, tensors: readonly NamedTensor[]): void;
  /** Ends the workers. */
  dispose(): Promise<void>;
}

/**
 * @param defaultThreads where the options name no number. @default the cores of the host
 * @param createPreparation makes what the calling thread does before it trains with a shard
 * @throws {InvalidArgumentError} when an option is out of range
 */
export async function createMachine<Preparation extends { prepareShard: PrepareShard } | undefined>(
  options: EngineOptions,
  defaultThreads: number | undefined,
  createPreparation: (memory: WebAssembly.Memory, kernels: Kernels) => Preparation,
): Promise<Machine & { readonly preparation: Preparation }> {
  const { build, module } = await compileModule(options.build ?? 'strict');
  const memory = createMemory();
  const kernels = createKernels(module, memory);
  const { addresses } = kernels;
  const threads = chooseThreads(options.threads, defaultThreads, addresses.SHARDS);
  const data = new EngineMemory(memory, kernels);
  const board = createJobBoard(memory, kernels);
  const preparation = createPreparation(memory, kernels);
  const perform = createPerformItem(kernels, 0, preparation?.prepareShard);
  const workers = threads === 1 ? noWorkers : startWorkers(threads, { module, memory });
  const rowAt = (row: ParameterRow) =>
    new Float32Array(memory.buffer, addresses[row], addresses.PARAMETER_BYTES / 4);

  return {
    backend: describeBackend(build, 1 + workers.count),
    data,
    preparation,
    writeRequest(word, value) {
      data.words[addresses.REQUEST / 4 + requestWords[word]] = value;
    },
    requestNumbers: () => data.numbers.subarray(addresses.REQUEST / 4, addresses.REQUEST / 4 + 8),
    run: (kind) => board.run(kind, perform),
    readParameters: (row, shapes) => readParameters(rowAt(row), shapes, addresses),
    writeParameters(row, tensors) {
      writeParameters(rowAt(row), tensors, addresses);
      if (row !== 'WEIGHTS') return;
      for (let unit = 0; unit < addresses.UNITS; unit++) kernels.copyUnit(unit);
    },
    async dispose() {
      board.stop();
      await workers.ended();
    },
  };
}

function describeBackend(build: EngineBuild, threads: number): string {
  return `Lenet engine ${build}, ${threads} ${threads === 1 ? 'thread' : 'threads'}`;
}

/** @throws {InvalidArgumentError} when the number that is asked for is out of range */
function chooseThreads(wanted: number | undefined, byDefault: number | undefined, most: number): number {
  if (wanted === undefined) return Math.min(byDefault ?? availableThreads(), most);
  if (Number.isInteger(wanted) && wanted >= 1 && wanted <= most) return wanted;
  throw new InvalidArgumentError({
    argument: 'threads',
    received: wanted,
    message: `Argument "threads": expected a whole number from 1 to ${most}, got ${wanted}.`,
  });
}
