import { fileURLToPath } from 'node:url';
import type { Augmentation } from '@lenet/core';
import type { ContestantCommand } from './contestant-process.ts';
import type { LearnerSettings } from './learner-contestant.ts';
import { stepsPerEpoch, task, warmUpSteps } from './task.ts';

/** Something that trains the network. */
export interface Contestant {
  /** For `--only`. */
  readonly name: string;
  readonly title: string;
  readonly threads: number;
  /** Part of an epoch that it trains in a round; its time is scaled up to a whole one. */
  readonly share: number;
  /** Name of the contestant that its time is compared with. */
  readonly reference: string;
  /** Largest time beside that of the reference that was promised. */
  readonly goal?: number;
  /** How it changes the images. @default not at all */
  readonly augmentation?: Augmentation;
  /** Name of the network that it trains. @default that of the LeNet report */
  readonly network?: string;
  /** It is left out, with its reason, where it does not start. */
  readonly isOptional?: true;
  readonly kind: LearnerSettings['learner'] | 'tfjs-fit' | 'torch-fused' | 'torch' | 'keras';
}

/** The one that all networks without augmentation are compared with. */
const pytorch = { reference: 'torch-fused-2', share: 1 } as const;
const augmented = { reference: 'strict-2', share: 1, threads: 2, kind: 'strict' } as const;
const moderate: Augmentation = { rotationDegrees: 10, scale: 0.1, shiftPixels: 2 };
const full: Augmentation = { ...moderate, shear: 0.1, warpPixels: 1, strokeWidthPixels: 1 };

const otherNetworks = ['beginner-cnn', 'classic-lenet-5', 'dense-baseline'].flatMap(
  (network): Contestant[] => [
    {
      name: `${network}-strict-2`,
      title: `${network}, Lenet engine`,
      threads: 2,
      share: 0.2,
      reference: `${network}-fit-2`,
      goal: 1 / 3,
      network,
      kind: 'strict',
    },
    {
      name: `${network}-fit-2`,
      title: `${network}, TensorFlow.js, native, \`fit\``,
      threads: 2,
      share: 0.1,
      reference: `${network}-fit-2`,
      isOptional: true,
      network,
      kind: 'tfjs-fit',
    },
    {
      name: `${network}-node-2`,
      title: `${network}, TensorFlow.js, native, Lenet's loop`,
      threads: 2,
      share: 0.1,
      reference: `${network}-fit-2`,
      isOptional: true,
      network,
      kind: 'node',
    },
  ],
);

/** In the order of a round: those with a goal right beside what they are compared with. */
export const contestants: readonly Contestant[] = [
  {
    ...augmented,
    name: 'augmented-2',
    title: 'rotation, scale and shift',
    goal: 1.3,
    augmentation: moderate,
  },
  { ...pytorch, name: 'strict-2', title: 'Lenet engine, strict', threads: 2, goal: 0.45, kind: 'strict' },
  { ...pytorch, name: 'torch-fused-2', title: 'PyTorch, fused Adam', threads: 2, kind: 'torch-fused' },
  { ...pytorch, name: 'relaxed-2', title: 'Lenet engine, relaxed', threads: 2, goal: 0.38, kind: 'relaxed' },
  { ...pytorch, name: 'torch-2', title: 'PyTorch, Adam', threads: 2, kind: 'torch' },
  { ...pytorch, name: 'keras-2', title: 'Keras, `fit`', threads: 2, kind: 'keras' },
  { ...pytorch, name: 'strict-1', title: 'Lenet engine, strict', threads: 1, kind: 'strict' },
  { ...pytorch, name: 'relaxed-1', title: 'Lenet engine, relaxed', threads: 1, kind: 'relaxed' },
  { ...pytorch, name: 'torch-fused-1', title: 'PyTorch, fused Adam', threads: 1, kind: 'torch-fused' },
  {
    ...pytorch,
    name: 'tfjs-fit-2',
    title: 'TensorFlow.js, native, `fit`',
    threads: 2,
    share: 0.1,
    isOptional: true,
    kind: 'tfjs-fit',
  },
  {
    ...pytorch,
    name: 'tfjs-node-2',
    title: "TensorFlow.js, native, Lenet's loop",
    threads: 2,
    share: 0.1,
    isOptional: true,
    kind: 'node',
  },
  {
    ...pytorch,
    name: 'tfjs-wasm-1',
    title: "TensorFlow.js, WebAssembly, Lenet's loop",
    threads: 1,
    share: 0.1,
    kind: 'wasm',
  },
  {
    ...augmented,
    name: 'fully-augmented-2',
    title: 'shear, warp and stroke width too',
    goal: 1.5,
    augmentation: full,
  },
  ...otherNetworks,
];

/** Those of some names, and whatever they are compared with, in the order of a round. */
export function chooseContestants(names: readonly string[]): Contestant[] {
  const needed = new Set(names);
  // What is compared with may itself be compared with another.
  for (const _ of contestants) {
    for (const { name, reference } of contestants) if (needed.has(name)) needed.add(reference);
  }
  return contestants.filter(({ name }) => needed.has(name));
}

/** Steps that a contestant does in a round. */
export function stepsOf({ share }: Contestant, isQuick: boolean): number {
  return Math.round(stepsPerEpoch * (isQuick ? 0.1 * share : share));
}

/** @param python program that has the packages of requirements.txt */
export function commandOf(contestant: Contestant, steps: number, python: string): ContestantCommand {
  const { name, threads, kind, augmentation, network } = contestant;
  const settings = { ...task, threads, steps, warmUpSteps };
  const isPython = kind === 'torch' || kind === 'torch-fused' || kind === 'keras';
  const [program, file, own] = isPython
    ? ([
        python,
        pythonScript(kind === 'keras' ? 'keras' : 'torch'),
        { fused: kind === 'torch-fused' },
      ] as const)
    : ([
        process.execPath,
        module(kind === 'tfjs-fit' ? 'fit-contestant.ts' : 'learner-contestant.ts'),
        { learner: kind, augmentation, network },
      ] as const);
  return {
    name,
    program,
    args: [file, JSON.stringify({ ...settings, ...own })],
    environment: isPython ? pythonEnvironment(threads) : tensorflowEnvironment(threads),
  };
}

/**
 * For Python: each library has its own variables for the number of threads, none may take a graphics card,
 * and an allocator that keeps what was given back makes PyTorch 3 % faster.
 */
export function pythonEnvironment(threads: number): Record<string, string> {
  return {
    ...tensorflowEnvironment(threads),
    OMP_NUM_THREADS: `${threads}`,
    MKL_NUM_THREADS: `${threads}`,
    CUDA_VISIBLE_DEVICES: '-1',
    MALLOC_MMAP_THRESHOLD_: '1073741824',
    MALLOC_TRIM_THRESHOLD_: '4294967296',
    PYTHONDONTWRITEBYTECODE: '1',
  };
}

function tensorflowEnvironment(threads: number): Record<string, string> {
  return {
    TF_NUM_INTRAOP_THREADS: `${threads}`,
    TF_NUM_INTEROP_THREADS: `${threads}`,
    TF_CPP_MIN_LOG_LEVEL: '2',
    // Python's default, and what the trainer gives TensorFlow.js.
    TF_ENABLE_ONEDNN_OPTS: '1',
  };
}

/** Path of a script of tooling/bench/python. */
export function pythonScript(name: 'torch' | 'keras' | 'torch-recipe'): string {
  const file = name === 'torch-recipe' ? 'torch_recipe.py' : `${name}_contestant.py`;
  return module(`../../python/${file}`);
}

function module(path: string): string {
  return fileURLToPath(new URL(path, import.meta.url));
}
