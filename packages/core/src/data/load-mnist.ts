import { IdxFormatError } from '../errors/idx-format-error.js';
import { InvalidArgumentError } from '../errors/invalid-argument-error.js';
import { gunzipIfNeeded } from '../idx/gunzip-if-needed.js';
import { sha256 } from '../manifest/sha256.js';
import type { LabelledImages } from './labelled-images.js';
import { type MnistFile, mnistFiles } from './mnist-files.js';
import { readLabelledImages } from './read-labelled-images.js';

/**
 * Where the bytes of the four files come from, each gzip or not:
 * - a function that is given the published name, such as `train-images-idx3-ubyte` (mirrors have it with
 *   `.gz` at its end)
 * - the bytes themselves
 */
export type MnistSource =
  | ((fileName: string) => Promise<Uint8Array>)
  | Readonly<Record<keyof typeof mnistFiles, Uint8Array>>;

/**
 * MNIST, or another set in four files of the same names, from wherever its bytes are.
 *
 * @param options.verify compares the SHA-256 of each decompressed file with the published one; in a
 *   browser only on secure pages. @default false
 * @throws {InvalidArgumentError} when the source has no bytes for a file
 * @throws {IdxFormatError} when a file is damaged, is not the published one (`verify`), or images and
 *   labels do not belong together
 * @throws whatever the function of the source throws
 * @example
 * import { encodeIdx, loadMnist } from '@lenet/core';
 *
 * const images = encodeIdx({ dimensions: [1, 28, 28], values: new Uint8Array(784) });
 * const labels = encodeIdx({ dimensions: [1], values: Uint8Array.of(7) });
 * const { train, test } = await loadMnist(async (fileName) => (fileName.includes('images') ? images : labels));
 * console.log(train.count, test.labels); // 1 and [7]
 */
export async function loadMnist(
  source: MnistSource,
  { verify = false } = {},
): Promise<{ train: LabelledImages; test: LabelledImages }> {
  async function load(key: keyof typeof mnistFiles): Promise<Uint8Array> {
    const file = mnistFiles[key];
    const bytes = typeof source === 'function' ? await source(file.name) : source[key];
    requireBytes(bytes, file, typeof source === 'function' ? 'the function' : `"${key}"`);
    const content = await gunzipIfNeeded(bytes, { name: file.name });
    if (verify) await requirePublished(content, file);
    return content;
  }
  const read = (imagesKey: keyof typeof mnistFiles, labelsKey: keyof typeof mnistFiles) =>
    Promise.all([load(imagesKey), load(labelsKey)]).then(([images, labels]) =>
      readLabelledImages({
        images,
        labels,
        imagesName: mnistFiles[imagesKey].name,
        labelsName: mnistFiles[labelsKey].name,
      }),
    );
  const [train, test] = await Promise.all([
    read('trainingImages', 'trainingLabels'),
    read('testImages', 'testLabels'),
  ]);
  return { train, test };
}

function requireBytes(bytes: unknown, file: MnistFile, giver: string): void {
  if (bytes instanceof Uint8Array) return;
  throw new InvalidArgumentError({
    argument: 'source',
    received: bytes,
    message: `MNIST file "${file.name}": expected a Uint8Array from ${giver} of the source, got ${bytes === null ? 'null' : typeof bytes}.`,
  });
}

async function requirePublished(content: Uint8Array, file: MnistFile): Promise<void> {
  const digest = await sha256(content);
  if (digest === file.sha256) return;
  throw new IdxFormatError({
    file: file.name,
    expected: `the published file with SHA-256 ${file.sha256}`,
    received: digest,
    remedy: 'Get the file again, or leave out verify where the set is meant to be another.',
  });
}
