import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type LenetResult, runLenet } from './run-lenet.js';

/** A folder for `lenet data …`, with an empty cache and no LENET_DATA_DIR. */
export interface DataCommands {
  readonly folder: string;
  readonly cache: string;
  /** Runs `lenet data` with these arguments there. */
  lenet(...args: string[]): Promise<LenetResult>;
  /** 60 training and 20 test images in `digits`. */
  makeDigits(): Promise<LenetResult>;
  remove(): void;
}

export const archiveNames = [
  't10k-images-idx3-ubyte.gz',
  't10k-labels-idx1-ubyte.gz',
  'train-images-idx3-ubyte.gz',
  'train-labels-idx1-ubyte.gz',
];

export function openDataCommands(): DataCommands {
  const folder = mkdtempSync(join(tmpdir(), 'lenet-data-commands-'));
  const cache = join(folder, 'cache');
  const lenet = (...args: string[]) =>
    runLenet(['data', ...args], {
      cwd: folder,
      environment: { LENET_CACHE_DIR: cache, LENET_DATA_DIR: '' },
    });
  return {
    folder,
    cache,
    lenet,
    makeDigits: () =>
      lenet('synth', '--out', 'digits', '--train-images', '60', '--test-images', '20', '--seed', '3'),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
