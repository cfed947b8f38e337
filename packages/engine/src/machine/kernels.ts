/** Addresses in memory that every module has, in bytes: see assembly/shared/request.ts. */
export interface Addresses {
  readonly CONTROL: number;
  readonly REQUEST: number;
  readonly BATCH_TABLE: number;
  /** Where the module's own region begins. */
  readonly MODULE: number;
  /** Pieces of a batch, and so the most threads that can work. */
  readonly SHARDS: number;
}

/** Those of the module for LeNet of the report: see assembly/lenet/memory-map.ts. */
export interface LenetAddresses extends Addresses {
  readonly WEIGHTS: number;
  readonly ROW: number;
  readonly FREE: number;
  readonly UNITS: number;
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
}

/** The functions of a module: see assembly/lenet/index.ts and assembly/generic/index.ts. */
export interface Kernels {
  startOfShard(shard: number): number;
  trainShard(thread: number, shard: number): void;
  classifyShard(thread: number, shard: number): void;
  gradientUnit(unit: number): void;
  squaresUnit(unit: number): void;
  updateUnit(unit: number): void;
  copyUnit(unit: number): void;
  /** Of the generic module only. */
  explainImage(): void;
  readonly addresses: Addresses;
}

/** The functions of the module that only takes LeNet forwards: see assembly/lenet-forward/index.ts. */
export interface ForwardKernels extends Pick<Kernels, 'classifyShard'> {
  packFilters(): void;
  /** Addresses and steps in bytes, see assembly/lenet-forward/dequantize.ts. */
  dequantize(
    values: number,
    scales: number,
    to: number,
    ...sizesAndSteps: [number, number, number, number, number, number]
  ): void;
  readonly addresses: LenetAddresses;
}

/** Makes the kernels of one thread, on a memory that all threads share. */
export function createKernels<Own extends Kernels | ForwardKernels = Kernels>(
  module: WebAssembly.Module,
  memory: WebAssembly.Memory,
): Own {
  const { exports } = new WebAssembly.Instance(module, { env: { memory } });
  const addresses: Record<string, number> = {};
  for (const [name, value] of Object.entries(exports)) {
    if (value instanceof WebAssembly.Global) addresses[name] = value.value;
  }
  return { ...exports, addresses } as unknown as Own;
}
