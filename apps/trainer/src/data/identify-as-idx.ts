import { createHash } from 'node:crypto';
import { encodeIdx, type LabelledImages } from '@lenet/core';
import type { DataFileIdentity } from './data-identity.js';

/** The two IDX files that images and labels would fill. */
export function identifyAsIdx(
  images: LabelledImages,
  imagesName: string,
  labelsName: string,
): DataFileIdentity[] {
  const [imagesFile, labelsFile] = encodeLabelledImages(images);
  return [
    { name: imagesName, content: imagesFile },
    { name: labelsName, content: labelsFile },
  ].map(({ name, content }) => ({
    name,
    sha256: createHash('sha256').update(content).digest('hex'),
    bytes: content.byteLength,
  }));
}

/** @returns uint8 IDX files `[count, height, width]` and `[count]` */
export function encodeLabelledImages(images: LabelledImages): [images: Uint8Array, labels: Uint8Array] {
  const { count, height, width, pixels, labels } = images;
  return [
    encodeIdx({ dimensions: [count, height, width], values: pixels }),
    encodeIdx({ dimensions: [count], values: labels }),
  ];
}
