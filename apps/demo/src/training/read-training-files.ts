import { type LabelledImages, lenetReport, mnistFiles, splitImages } from '@lenet/core';
import type { ModelData } from '@lenet/core/models';
import type { DroppedFile } from '../models/dropped-files';
import { type IdxPair, readIdxPair } from '../own-files/read-idx-pair';
import type { TrainingPlan } from './plan';

type FileSource = Extract<TrainingPlan['source'], { kind: 'files' }>;

const attribution =
  'MNIST: handwritten digits collected by Yann LeCun, Corinna Cortes and Christopher J. C. Burges (CC BY-SA 3.0).';

/**
 * Takes dropped IDX files, packed with gzip or not, as training images and images to measure on. Those come from
 * the `t10k` files where they are among them, else a tenth of the training images is held back.
 *
 * @throws {Error} in words for the visitor
 */
export async function readTrainingFiles(files: readonly DroppedFile[]): Promise<FileSource> {
  const training = await readIdxPair(files, (name) => !/t10k|test/i.test(name));
  if (!training) {
    throw new Error(
      `Expected two IDX files, as train-images-idx3-ubyte and train-labels-idx1-ubyte (.gz too), got ${files.map(({ path }) => path).join(', ') || 'none'}.`,
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
