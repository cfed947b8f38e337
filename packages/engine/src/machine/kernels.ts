/** Addresses in memory, in bytes: see assembly/memory-map.ts. */
export interface Addresses {
  readonly CONTROL: number;
  readonly REQUEST: number;
  readonly BATCH_TABLE: number;
  readonly WEIGHTS: number;
  readonly FIRST_MOMENT: number;
  readonly SECOND_MOMENT: number;
  readonly GRADIENT: number;
  readonly FREE: number;
  readonly PARAMETER_BYTES: number;
  readonly FILTERS_1: number;
  readonly BIAS_1: number;
  readonly FILTERS_2: number;
  readonly BIAS_2: number;
  readonly DENSE_1: number;
  readonly DENSE_BIAS_1: number;
  readonly DENSE_2: number;
  readonly DENSE_BIAS_2: number;
  readonly DENSE_3: number;
  readonly DENSE_BIAS_3: number;
  /** Pieces of a batch, and so the most threads that can work. */
  readonly SHARDS: number;
  /** Pieces of the update of the weights. */
  readonly UNITS: number;
}

/** The functions of the module: see assembly/index.ts. */
export interface Kernels {
  placeBatch(start: number, capacity: number): number;
  startOfShard(shard: number): number;
  trainShard(thread: number, shard: number): void;
  classifyShard(thread: number, shard: number): void;
  gradientUnit(unit: number): void;
  squaresUnit(unit: number): void;
  updateUnit(unit: number): void;
  copyUnit(unit: number): void;
  readonly addresses: Addresses;
}

/** Makes the kernels of one thread, on a memory that all threads share. */
export function createKernels(module: WebAssembly.Module, memory: WebAssembly.Memory): Kernels {
  const { exports } = new WebAssembly.Instance(module, { env: { memory } });
  const addresses: Record<string, number> = {};
  for (const [name, value] of Object.entries(exports)) {
    if (value instanceof WebAssembly.Global) addresses[name] = value.value;
  }
  return { ...exports, addresses } as unknown as Kernels;
}
