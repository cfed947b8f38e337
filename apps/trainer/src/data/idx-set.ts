// A set as the four archives that every program for MNIST reads.
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { mnistFiles } from '@lenet/core';
import { writeOutputFile } from '../files/write-output-file.js';
import { encodeLabelledImages } from './identify-as-idx.js';
import type { LoadedData } from './loaded-data.js';
import { fileRoles } from './published-files.js';

const gzipAsync = promisify(gzip);

/** Names of the four archives, in the order in which they are written. */
const idxSetNames: readonly string[] = fileRoles.map((role) => `${mnistFiles[role].name}.gz`);

/**
 * Writes images and labels of both halves as IDX files within gzip.
 *
 * @returns names of the files and their sizes on the disk, in bytes
 * @throws {OutputError} when a file cannot be written
 */
export async function writeIdxSet(
  folder: string,
  { training, test }: Pick<LoadedData, 'training' | 'test'>,
): Promise<{ name: string; bytes: number }[]> {
  const contents = [...encodeLabelledImages(training), ...encodeLabelledImages(test)];
  const files: { name: string; bytes: number }[] = [];
  for (const [index, name] of idxSetNames.entries()) {
    const archive = await gzipAsync(contents[index]);
    await writeOutputFile(join(folder, name), archive);
    files.push({ name, bytes: archive.byteLength });
  }
  return files;
}
