import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type LabelledImages, loadMnist } from '@lenet/core';
import { generateDigits } from '@lenet/core/synthetic';

/** The 10,000 test images of MNIST where LENET_DATA_DIR names them, else 1,000 generated digits. */
export async function testImages(): Promise<LabelledImages> {
  const folder = process.env.LENET_DATA_DIR;
  if (!folder) return generateDigits({ count: 1000, seed: 1 });
  const { test } = await loadMnist((name) => {
    const path = join(folder, name);
    return readFile(existsSync(path) ? path : `${path}.gz`);
  });
  return test;
}
