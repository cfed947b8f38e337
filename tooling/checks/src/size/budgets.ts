/** How large a part of the published surface may become. */
export interface Budget {
  readonly name: string;
  /** What a user's program takes of it. */
  readonly code: string;
  /** From the root: of the package. */
  readonly packageFolder: string;
  /** Largest size, minified and after Brotli, in bytes. */
  readonly bytes: number;
  /** Largest size after gzip, in bytes. @default none */
  readonly gzipBytes?: number;
  /** Packages that are not counted: the user has them already. @default none */
  readonly external?: readonly string[];
}

const packageFolder = 'packages/core';

export const budgets: readonly Budget[] = [
  {
    name: 'parseIdx alone',
    code: "export { parseIdx } from '@lenet/core';",
    packageFolder,
    bytes: 1500,
  },
  {
    name: 'argMax alone',
    code: "export { argMax } from '@lenet/core';",
    packageFolder,
    bytes: 800,
  },
  {
    name: '@lenet/core',
    code: "export * from '@lenet/core';",
    packageFolder,
    bytes: 14_000,
  },
  {
    name: '@lenet/core/images',
    code: "export * from '@lenet/core/images';",
    packageFolder,
    // A quarter of it is for photographs and numbers: what takes one function does not load it.
    bytes: 13_600,
  },
  {
    name: '@lenet/core/metrics',
    code: "export * from '@lenet/core/metrics';",
    packageFolder,
    bytes: 7000,
  },
  {
    name: '@lenet/core/models',
    code: "export * from '@lenet/core/models';",
    packageFolder,
    bytes: 7000,
  },
  {
    name: '@lenet/core/training',
    code: "export * from '@lenet/core/training';",
    packageFolder,
    bytes: 12_500,
  },
  {
    name: '@lenet/core/synthetic',
    code: "export * from '@lenet/core/synthetic';",
    packageFolder,
    // A third of it are the styles.
    bytes: 12_500,
  },
  {
    name: '@lenet/core/tfjs',
    code: "export * from '@lenet/core/tfjs';",
    packageFolder,
    bytes: 14_000,
    external: ['@tensorflow/*'],
  },
  {
    name: 'createClassifier of @lenet/engine, with what it takes of @lenet/core',
    code: "export { createClassifier } from '@lenet/engine';",
    packageFolder: 'packages/engine',
    // In one file: all four modules. Split, a program loads the one that it uses.
    bytes: 26_000,
    external: ['node:*'],
  },
  {
    // With what it takes of @lenet/core.
    name: '@lenet/engine',
    code: "export * from '@lenet/engine';",
    packageFolder: 'packages/engine',
    bytes: 28_000,
    external: ['node:*'],
  },
  {
    // What each thread of a page loads.
    name: '@lenet/engine/worker',
    code: "import '@lenet/engine/worker';",
    packageFolder: 'packages/engine',
    bytes: 6_000,
  },
  {
    name: '@lenet/engine/lenet',
    code: "export * from '@lenet/engine/lenet';",
    packageFolder: 'packages/engine',
    bytes: 7_000,
    external: ['node:*'],
  },
  {
    // With weights, engine and what it takes of @lenet/core.
    name: '@lenet/recognizer',
    code: "export { recognize } from '@lenet/recognizer';",
    packageFolder: 'packages/recognizer',
    bytes: 60_500,
    gzipBytes: 64_000,
    external: ['node:*'],
  },
];
