// A set as folders of PNG files by class, which every program for images reads.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LabelledImages } from '@lenet/core';
import sharp from 'sharp';
import { eachAtOnce } from '../files/at-once.js';
import { orOutputError } from '../files/or-output-error.js';
import { InterruptedError } from '../interrupted-error.js';
import type { LoadedData } from './loaded-data.js';

const PICTURES_AT_ONCE = 8;
/** Names in the order of the set, as MNIST's 60,000 images need. */
const SMALLEST_DIGITS = 5;

/**
 * Writes `training/3/00017.png` for image 17 of the training set with label 3, and so on: 8-bit grey.
 *
 * @returns number of files
 * @throws {OutputError} when a file cannot be written
 * @throws {InterruptedError} when the signal is aborted
 */
export async function writePngSet(
  folder: string,
  { training, test }: Pick<LoadedData, 'training' | 'test'>,
  { signal, onProgress }: { signal: AbortSignal; onProgress?: (done: number, total: number) => void },
): Promise<number> {
  const total = training.count + test.count;
  let done = 0;
  for (const [half, images] of Object.entries({ training, test })) {
    for (const label of new Set(images.labels)) await makeFolder(join(folder, half, String(label)));
    const digits = Math.max(SMALLEST_DIGITS, String(images.count - 1).length);
    await eachAtOnce(images.count, { atOnce: PICTURES_AT_ONCE }, async (index) => {
      if (signal.aborted) {
        throw new InterruptedError(
          `Interrupted; "${folder}" holds a part of the pictures only. Remove it before the same command runs again.`,
        );
      }
      const name = `${String(index).padStart(digits, '0')}.png`;
      await writePicture(join(folder, half, String(images.labels[index]), name), images, index);
      onProgress?.(++done, total);
    });
  }
  return total;
}

async function writePicture(
  path: string,
  { pixels, height, width }: LabelledImages,
  index: number,
): Promise<void> {
  const size = height * width;
  const png = await sharp(pixels.subarray(index * size, (index + 1) * size), {
    raw: { width, height, channels: 1 },
  })
    .toColourspace('b-w')
    .png()
    .toBuffer();
  // Not flushed to the disk one by one: 70,000 times that would take minutes.
  await orOutputError(path, writeFile(path, png));
}

const makeFolder = (path: string) => orOutputError(path, mkdir(path, { recursive: true }));
