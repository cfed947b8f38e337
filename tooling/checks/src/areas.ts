/** A part of the house whose imports are ruled. */
export interface Area {
  /** Entry that others import, or a name for people where nobody may. */
  readonly name: string;
  /** Further entries of the same part. @default none */
  readonly entries?: readonly string[];
  /** Folder, from the root of the repository. The longest match of all areas counts. */
  readonly folder: string;
  /** Areas that it may import, besides itself. */
  readonly mayImport: readonly string[];
  /** Areas that its tests may import besides. @default none */
  readonly testsMayImport?: readonly string[];
  /**
   * What it may import from outside the repository:
   * - `none`: nothing, not even Node's own modules
   * - a list of package names: these
   * - `declared`: what its package.json declares, and Node's own modules
   */
  readonly outside: 'none' | 'declared' | readonly string[];
}

/**
 * The map of docs/architecture.md: imports point one way. Tests may import test tools everywhere, see
 * `testTools`.
 */
export const areas: readonly Area[] = [
  {
    name: '@lenet/core',
    entries: ['@lenet/core/images', '@lenet/core/metrics', '@lenet/core/models', '@lenet/core/training'],
    folder: 'packages/core/src',
    mayImport: [],
    outside: 'none',
  },
  {
    name: '@lenet/core/synthetic',
    folder: 'packages/core/src/synthetic',
    mayImport: ['@lenet/core'],
    outside: 'none',
  },
  {
    name: '@lenet/core/tfjs',
    folder: 'packages/core/src/tfjs',
    mayImport: ['@lenet/core'],
    outside: ['@tensorflow/tfjs-core', '@tensorflow/tfjs-layers'],
  },
  {
    name: '@lenet/engine',
    entries: ['@lenet/engine/lenet', '@lenet/engine/worker'],
    folder: 'packages/engine/src',
    mayImport: ['@lenet/core'],
    testsMayImport: ['@lenet/core/synthetic', '@lenet/core/tfjs'],
    outside: 'declared',
  },
  {
    name: '@lenet/recognizer',
    folder: 'packages/recognizer/src',
    mayImport: ['@lenet/core', '@lenet/engine'],
    testsMayImport: ['@lenet/core/synthetic', '@lenet/model-artifacts/drawn-digits/manifest.json'],
    outside: 'declared',
  },
  { name: '@lenet/model-artifacts', folder: 'packages/model-artifacts', mayImport: [], outside: 'none' },
  {
    name: '@lenet/trainer',
    folder: 'apps/trainer/src',
    mayImport: [
      '@lenet/core',
      '@lenet/core/tfjs',
      '@lenet/core/synthetic',
      '@lenet/engine',
      '@lenet/model-artifacts',
    ],
    testsMayImport: ['@lenet/chromium'],
    outside: 'declared',
  },
  {
    name: '@lenet/demo',
    folder: 'apps/demo/src',
    mayImport: [
      '@lenet/core',
      '@lenet/core/tfjs',
      '@lenet/core/synthetic',
      '@lenet/engine',
      '@lenet/recognizer',
    ],
    outside: 'declared',
  },
];

/** What a `*.test.ts` file or a `testing/` folder may import besides: the backends are for tests of core/tfjs. */
export const testTools: readonly string[] = [
  'vitest',
  'fast-check',
  '@tensorflow/tfjs-backend-cpu',
  '@tensorflow/tfjs-backend-wasm',
];
