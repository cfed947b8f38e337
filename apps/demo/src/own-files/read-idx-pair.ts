import { gunzipIfNeeded, type LabelledImages, readLabelledImages } from '@lenet/core';
import type { ModelFile } from '@lenet/core/models';
import type { DroppedFile } from '../models/dropped-files';

/** A pair of IDX files, read. */
export interface IdxPair {
  readonly images: LabelledImages;
  readonly files: readonly ModelFile[];
}

/**
 * The images and labels among files, told apart by their names.
 *
 * @param isWanted by the name of the file
 * @returns undefined where there is not one of each
 * @throws {IdxFormatError} when a file is not what its name says
 */
export async function readIdxPair(
  files: readonly DroppedFile[],
  isWanted: (name: string) => boolean = () => true,
): Promise<IdxPair | undefined> {
  const idx = files
    .map(({ file }) => file)
    .filter(({ name }) => /idx[13]|ubyte/i.test(name) && isWanted(name));
  const images = idx.find(({ name }) => /images|idx3/i.test(name));
  const labels = idx.find(({ name }) => /labels|idx1/i.test(name));
  if (!images || !labels) return undefined;
  const [imageBytes, labelBytes] = await Promise.all([unpack(images), unpack(labels)]);
  return {
    images: await readLabelledImages({
      images: imageBytes,
      labels: labelBytes,
      imagesName: images.name,
      labelsName: labels.name,
      classCount: 10,
    }),
    files: await Promise.all([describeFile(images, imageBytes), describeFile(labels, labelBytes)]),
  };
}

async function unpack(file: File): Promise<Uint8Array> {
  return gunzipIfNeeded(new Uint8Array(await file.arrayBuffer()), { name: file.name });
}

async function describeFile(file: File, bytes: Uint8Array): Promise<ModelFile> {
  const digest = await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>);
  const sha256 = Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
  return { name: file.name.replace(/\.gz$/, ''), sha256, bytes: bytes.length };
}
