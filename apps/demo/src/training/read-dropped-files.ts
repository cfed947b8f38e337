import {
  gunzipIfNeeded,
  type LabelledImages,
  lenetReport,
  mnistFiles,
  readLabelledImages,
  splitImages,
} from '@lenet/core';
import type { ModelData, ModelFile } from '@lenet/core/models';
import type { TrainingPlan } from './plan';

type FileSource = Extract<TrainingPlan['source'], { kind: 'files' }>;

const attribution =
  'MNIST: handwritten digits collected by Yann LeCun, Corinna Cortes and Christopher J. C. Burges (CC BY-SA 3.0).';

/** A pair of IDX files, read. */
export interface IdxPair {
  readonly images: LabelledImages;
  readonly files: readonly ModelFile[];
}

/**
 * Takes dropped IDX files, packed with gzip or not, as training images and images to measure on. Those come from
 * the `t10k` files where they are among them, else a tenth of the training images is held back.
 *
 * @throws {Error} in words for the visitor
 */
export async function readDroppedFiles(files: readonly File[]): Promise<FileSource> {
  const training = await readIdxPair(files, (name) => !/t10k|test/i.test(name));
  if (!training) {
    throw new Error(
      `Expected two IDX files, as train-images-idx3-ubyte and train-labels-idx1-ubyte (.gz too), got ${files.map(({ name }) => name).join(', ') || 'none'}.`,
    );
  }
  requireSize(training.images);
  const test = await readIdxPair(files, (name) => /t10k|test/i.test(name));
  if (test) {
    requireSize(test.images);
    return {
      kind: 'files',
      training: training.images,
      heldBack: test.images,
      data: { training: describe(training, 'training images'), heldBack: describe(test, 'test images') },
    };
  }
  const holdOut = Math.max(1, Math.round(training.images.count / 10));
  const split = splitImages(training.images, { holdOut, seed: 1 });
  const data = describe(training, 'training images');
  return {
    kind: 'files',
    training: split.training,
    heldBack: split.heldOut,
    data: {
      training: { ...data, count: split.training.count },
      heldBack: { ...data, title: `${data.title}, held back`, count: holdOut },
    },
  };
}

/**
 * The images and labels among files, told apart by their names.
 *
 * @param isWanted by the name of the file
 * @returns undefined where there is not one of each
 * @throws {IdxFormatError} when a file is not what its name says
 */
export async function readIdxPair(
  files: readonly File[],
  isWanted: (name: string) => boolean = () => true,
): Promise<IdxPair | undefined> {
  const idx = files.filter(({ name }) => /idx[13]|ubyte/i.test(name) && isWanted(name));
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

/** `mnist` only where every byte is that of the published files. */
function describe({ images, files }: IdxPair, what: string): ModelData {
  const published = Object.values(mnistFiles).map(({ sha256 }) => sha256 as string);
  const isMnist = files.every(({ sha256 }) => published.includes(sha256));
  return {
    kind: isMnist ? 'mnist' : 'idx',
    title: isMnist ? `MNIST, ${what}` : `files of the visitor, ${what}`,
    ...(isMnist && { attribution }),
    files,
    count: images.count,
  };
}

function requireSize({ height, width }: LabelledImages): void {
  const [wantedHeight, wantedWidth] = lenetReport.inputShape;
  if (height === wantedHeight && width === wantedWidth) return;
  throw new Error(
    `Expected images of ${wantedHeight}x${wantedWidth} pixels, got ${height}x${width}. The network takes no other size.`,
  );
}
