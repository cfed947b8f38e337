import { IdxFormatError } from '../errors/idx-format-error.js';
import type { IdxArray } from '../idx/idx-array.js';
import { readIdx } from '../idx/read-idx.js';
import { createLabelledImages, type LabelledImages } from './labelled-images.js';

/**
 * Images and labels from the bytes of two IDX files, as MNIST and its like come, gzip or not.
 *
 * @param files.images uint8 `[count, height, width]`
 * @param files.labels uint8 `[count]`
 * @param files.imagesName of the file, for errors. @default 'images'
 * @param files.labelsName of the file, for errors. @default 'labels'
 * @param files.classCount number of classes. @default 10
 * @throws {IdxFormatError} when a file is damaged, or they do not belong together
 * @throws {InvalidArgumentError} when a label is not below `classCount`
 * @example
 * import { encodeIdx, readLabelledImages } from '@lenet/core';
 *
 * const images = encodeIdx({ dimensions: [1, 2, 2], values: Uint8Array.of(0, 255, 255, 0) });
 * const labels = encodeIdx({ dimensions: [1], values: Uint8Array.of(7) });
 * console.log((await readLabelledImages({ images, labels })).labels); // 7
 */
export async function readLabelledImages(files: {
  images: Uint8Array;
  labels: Uint8Array;
  imagesName?: string;
  labelsName?: string;
  classCount?: number;
}): Promise<LabelledImages> {
  const { imagesName = 'images', labelsName = 'labels', classCount = 10 } = files;
  const images = await readIdx(files.images, { name: imagesName, type: 'uint8' });
  const labels = await readIdx(files.labels, { name: labelsName, type: 'uint8' });
  requireRank(images, 3, imagesName, 'images [count, height, width]');
  requireRank(labels, 1, labelsName, 'labels [count]');
  const [count, height, width] = images.dimensions;
  if (labels.dimensions[0] !== count) {
    throw new IdxFormatError({
      file: labelsName,
      expected: `${count} labels for the images of "${imagesName}"`,
      received: `${labels.dimensions[0]}`,
      remedy: 'Images and labels must come from the same set.',
    });
  }
  return createLabelledImages({ pixels: images.values, labels: labels.values, height, width, classCount });
}

function requireRank(array: IdxArray, rank: number, file: string, expected: string): void {
  if (array.dimensions.length === rank) return;
  throw new IdxFormatError({
    file,
    expected: `uint8 ${expected}`,
    received: `[${array.dimensions.join(', ')}]`,
    remedy: 'Are the files of images and labels swapped?',
  });
}
