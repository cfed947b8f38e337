// A folder of pictures by class -> images and labels, read a few pictures at a time.
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { createLabelledImages, type LabelledImages, splitImages } from '@lenet/core';
import { eachAtOnce } from '../files/at-once.js';
import { greyPicture } from '../images/image-picture.js';
import { readClassNames } from './class-names.js';
import { DataError } from './data-error.js';
import type { DataFileIdentity } from './data-identity.js';
import { identifyAsIdx } from './identify-as-idx.js';
import { MNIST_ATTRIBUTION } from './idx-data.js';
import { type ClassLabels, labelClasses } from './label-classes.js';
import type { ListedImage, ListedImages } from './list-image-folder.js';
import type { ImageLimits, LoadedData } from './loaded-data.js';
import type { PublishedFiles } from './published-files.js';

/** Of a folder without halves: one image of so many is for testing, as in MNIST. */
const TEST_DIVISOR = 7;
/** Decoding runs in threads of sharp, of which Node has four. */
const PICTURES_AT_ONCE = 8;

export interface ImageFolderOptions {
  /** Of the split into halves, where the folder has none: uint32. */
  readonly seed: number;
  readonly limits: ImageLimits;
  /** What MNIST is known by: exported as pictures it is still MNIST. */
  readonly published: PublishedFiles;
  readonly signal?: AbortSignal | undefined;
  /** Called after each picture. */
  readonly onPicture?: ((done: number, total: number) => void) | undefined;
}

/**
 * Images of a folder with one folder of pictures for each class. Grey levels are taken as they are, 0 as
 * background; of colours their brightness. A folder without halves is split by the seed, a seventh of each
 * class for testing.
 *
 * @param path of the folder, absolute
 * @throws {DataError} when names of classes or sizes of pictures do not fit together
 * @throws {PictureError} when a picture is damaged
 * @throws the reason of the signal when it is aborted
 */
export async function imageFolderData(
  path: string,
  listed: ListedImages,
  options: ImageFolderOptions,
): Promise<Omit<LoadedData, 'notices'>> {
  const { seed, limits, published } = options;
  const allImages = 'all' in listed ? listed.all : [...listed.training, ...listed.test];
  const classes = labelClasses(
    path,
    new Set(allImages.map(({ className }) => className)),
    await readClassNames(path),
  );
  const halves = 'all' in listed ? splitListed(path, listed.all, classes, seed) : listed;
  const trainingFiles = halves.training.slice(0, limits.training);
  const testFiles = halves.test.slice(0, limits.test);
  const read = await readImages(path, [...trainingFiles, ...testFiles], classes, options);
  const training = part(read, 0, trainingFiles.length);
  const test = part(read, trainingFiles.length, read.count);
  const files = [
    ...identifyAsIdx(training, published.trainingImages.name, published.trainingLabels.name),
    ...identifyAsIdx(test, published.testImages.name, published.testLabels.name),
  ];
  const isMnist = isPublished(files, published);
  return {
    training,
    test,
    identity: {
      kind: isMnist ? 'mnist' : 'idx',
      title: isMnist ? 'MNIST' : `pictures in "${basename(path)}"`,
      origin: 'all' in listed ? `folder "${path}", split with seed ${seed}` : `folder "${path}"`,
      ...(isMnist && { attribution: MNIST_ATTRIBUTION }),
      files,
      ...(classes.names && { classes: classes.names }),
      trainingCount: training.count,
      ...(training.count < halves.training.length && { trainingTotal: halves.training.length }),
      testCount: test.count,
      ...(test.count < halves.test.length && { testTotal: halves.test.length }),
    },
  };
}

function splitListed(path: string, all: readonly ListedImage[], classes: ClassLabels, seed: number) {
  if (all.length < 2) {
    throw new DataError({
      subject: `Data folder "${path}"`,
      file: path,
      reason: 'expected at least 2 pictures, one to train on and one to test with, got 1',
      remedy: 'Put more pictures into it.',
    });
  }
  // Only labels matter for the split; pictures that a limit leaves out are never read.
  const labels = Uint8Array.from(all, ({ className }) => classes.labelOf(className));
  const { classCount } = classes;
  const stand = createLabelledImages({
    pixels: new Uint8Array(all.length),
    labels,
    height: 1,
    width: 1,
    classCount,
  });
  const holdOut = Math.max(1, Math.round(all.length / TEST_DIVISOR));
  const { trainingIndices, heldOutIndices } = splitImages(stand, { holdOut, seed, stratified: true });
  return {
    training: Array.from(trainingIndices, (index) => all[index]),
    test: Array.from(heldOutIndices, (index) => all[index]),
  };
}

async function readImages(
  folder: string,
  files: readonly ListedImage[],
  classes: ClassLabels,
  { signal, onPicture }: Pick<ImageFolderOptions, 'signal' | 'onPicture'>,
): Promise<LabelledImages> {
  const { width, height, pixels: firstPixels } = await readGrey(files[0].path);
  const size = height * width;
  const pixels = new Uint8Array(files.length * size);
  pixels.set(firstPixels);
  let done = 1;
  await eachAtOnce(files.length - 1, { atOnce: PICTURES_AT_ONCE }, async (position) => {
    signal?.throwIfAborted();
    const { path } = files[position + 1];
    const image = await readGrey(path);
    if (image.height !== height || image.width !== width) {
      throw new DataError({
        subject: `Data folder "${folder}"`,
        file: path,
        reason: `expected pictures of one size, ${width}x${height} as "${files[0].path}", got ${image.width}x${image.height} in "${path}"`,
        remedy: 'Scale them to one size first.',
      });
    }
    pixels.set(image.pixels, (position + 1) * size);
    onPicture?.(++done, files.length);
  });
  const labels = Uint8Array.from(files, ({ className }) => classes.labelOf(className));
  return createLabelledImages({ pixels, labels, height, width, classCount: classes.classCount });
}

const readGrey = async (path: string) => greyPicture(path, await readFile(path));

function part(images: LabelledImages, first: number, end: number): LabelledImages {
  const size = images.height * images.width;
  return {
    ...images,
    pixels: images.pixels.subarray(first * size, end * size),
    labels: images.labels.subarray(first, end),
    count: end - first,
  };
}

function isPublished(files: readonly DataFileIdentity[], published: PublishedFiles): boolean {
  const digests = new Map(Object.values(published).map(({ name, sha256 }) => [name, sha256]));
  return files.every(({ name, sha256 }) => digests.get(name) === sha256);
}
