import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type LabelledImages, loadMnist } from '@lenet/core';

/**
 * MNIST from the folder that LENET_DATA_DIR names, gzip or not.
 *
 * @param options.verify compares the files with the published ones. @default false
 * @throws Error when the variable is not set, or a file is not there
 */
export async function readMnist(
  options: { verify?: boolean } = {},
): Promise<{ train: LabelledImages; test: LabelledImages }> {
  const folder = process.env.LENET_DATA_DIR;
  if (!folder) {
    throw new Error(
      `LENET_DATA_DIR: expected the folder of MNIST's four files, but it is not set. "lenet data fetch" gets them.`,
    );
  }
  return loadMnist((name) => {
    const path = join(folder, name);
    return readFile(existsSync(path) ? path : `${path}.gz`);
  }, options);
}
