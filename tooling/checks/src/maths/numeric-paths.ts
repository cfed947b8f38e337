/** Folders, from the root, whose results must have the same bits in every JavaScript engine. */
export const numericFolders: readonly string[] = ['packages/core/src', 'packages/engine/src'];

/** A file below those folders that may use something inexact. */
export interface Exception {
  /** From the root of the repository. */
  readonly path: string;
  /** What it may use, as the check names it. */
  readonly what: string;
  readonly reason: string;
}

/** Tests are free: they compare with the engine's own functions. */
export const isFree = (path: string): boolean => /\.test\.ts$/.test(path) || path.includes('/testing/');

export const exceptions: readonly Exception[] = [
  {
    path: 'packages/core/src/metrics/format-fixed.ts',
    what: '**',
    reason: 'a power of two with a whole exponent, which every engine computes exactly',
  },
  {
    path: 'packages/core/src/training/create-turns.ts',
    what: 'performance',
    reason: 'the clock decides when others have a turn; no weight depends on it',
  },
  {
    path: 'packages/core/src/training/train.ts',
    what: 'performance',
    reason: 'times are reported, and the time limit decides only how many steps are done',
  },
];
