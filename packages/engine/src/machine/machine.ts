import type { Architecture, NamedTensor, WeightShape } from '@lenet/core';
import { requireInteger } from '@lenet/core/training';
import { availableThreads, startWorkers } from '#start-workers';
import type { EngineOptions } from '../engine-options.js';
import { createGenericProgram } from '../generic/create-generic-program.js';
import { createPerformItem } from '../threads/items.js';
import { createJobBoard } from '../threads/worker-data.js';
import { noWorkers } from '../threads/workers.js';
import { createShardPreparation, type StepOrder } from '../training/prepare-shard.js';
import { chooseModule } from './choose-module.js';
import { type CompiledModule, compileModule } from './compile-module.js';
import { createMemory, EngineMemory, recycleMemory } from './engine-memory.js';
import { createKernels, type Kernels, type LenetAddresses } from './kernels.js';
import { createLenetProgram } from './lenet-program.js';
import { type Program, readParameters, writeParameters } from './program.js';

/** Rows of parameters in memory, in their order. */
const parameterRows = ['weights', 'first moments', 'second moments'] as const;

export type ParameterRow = (typeof parameterRows)[number];

/** Words of the request, see assembly/shared/request.ts and update-rules.ts. */
const requestWords = { count: 0, optimizer: 8, seed: 9, epoch: 10 } as const;

/** Memory, kernels and threads of one learner or classifier. */
export interface Machine {
  /** What computes, for people to read. */
  readonly backend: string;
  readonly data: EngineMemory;
  readonly program: Program;
  readonly kernels: Kernels;
  writeRequest(word: keyof typeof requestWords, value: number): void;
  /** The request as float32, from its start on. */
  requestNumbers(): Float32Array;
  /** Tells all threads how the images of the steps to come are prepared. */
  prepare(order: StepOrder): void;
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

/** What a machine is made for. */
export interface MachinePurpose {
  /** Where the options name no number. @default the cores of the host */
  readonly defaultThreads?: number;
  /** Of the learner, uint32; a classifier has none. */
  readonly seed?: number;
  /** Takes the generic module for every network, for what only it can do. */
  readonly isGeneric?: boolean;
}

/**
 * @throws {InvalidArgumentError} when the engine does not compute the network, or an option is out of range
 * @throws {EngineMemoryError} when the host grants no memory
 */
export async function createMachine(
  architecture: Architecture,
  options: EngineOptions,
  purpose: MachinePurpose,
): Promise<Machine> {
  const name = purpose.isGeneric ? 'generic' : chooseModule(architecture);
  const compiled = await compileModule(name, options.build ?? 'strict');
  const memory = createMemory();
  try {
    return await createMachineOn(memory, compiled, architecture, options, purpose);
  } catch (error) {
    recycleMemory(memory);
    throw error;
  }
}

async function createMachineOn(
  memory: WebAssembly.Memory,
  { name, build, module }: CompiledModule,
  architecture: Architecture,
  options: EngineOptions,
  { defaultThreads, seed }: MachinePurpose,
): Promise<Machine> {
  const kernels = createKernels(module, memory);
  const { addresses } = kernels;
  const threads = chooseThreads(options.threads, defaultThreads, addresses.SHARDS);
  const program =
    name === 'lenet'
      ? createLenetProgram(addresses as LenetAddresses)
      : createGenericProgram(architecture, addresses, seed !== undefined);
  const { unitCount, places, weights, rowBytes } = program;
  const data = new EngineMemory(memory, kernels, program);
  const board = createJobBoard(memory, kernels, unitCount);
  const { free, imageHeight, imageWidth } = program;
  const preparation = seed === undefined ? undefined : { free, imageHeight, imageWidth, seed };
  const prepared = preparation && createShardPreparation(memory, kernels, preparation);
  const perform = createPerformItem(kernels, 0, prepared?.prepareShard);
  const workers =
    threads === 1
      ? noWorkers
      : await startWorkers(threads, { module, memory, unitCount, preparation }, options.workerUrl);
  const rowAt = (row: ParameterRow) =>
    new Float32Array(memory.buffer, weights + parameterRows.indexOf(row) * rowBytes, rowBytes / 4);

  return {
    get backend() {
      const running = 1 + workers.count;
      return `Lenet engine ${build}, ${running} ${running === 1 ? 'thread' : 'threads'}`;
    },
    data,
    program,
    kernels,
    writeRequest(word, value) {
      data.words[addresses.REQUEST / 4 + requestWords[word]] = value;
    },
    requestNumbers: () => data.numbers.subarray(addresses.REQUEST / 4, addresses.REQUEST / 4 + 8),
    prepare: (order) => prepared?.give(order),
    run: (kind) => board.run(kind, perform),
    readParameters: (row, shapes) => readParameters(rowAt(row), shapes, places),
    writeParameters(row, tensors) {
      writeParameters(rowAt(row), tensors, places);
      if (row !== 'weights') return;
      for (let unit = 0; unit < unitCount; unit++) kernels.copyUnit(unit);
    },
    async dispose() {
      board.stop();
      if (await workers.ended()) recycleMemory(memory);
    },
  };
}

/** @throws {InvalidArgumentError} when the number that is asked for is out of range */
function chooseThreads(wanted: number | undefined, byDefault: number | undefined, most: number): number {
  if (wanted === undefined) return Math.min(byDefault ?? availableThreads(), most);
  requireInteger('threads', wanted, 1, most);
  return wanted;
}
