import { IdxFormatError, InvalidArgumentError, type LabelledImages, readLabelledImages } from '@lenet/core';
import type { StoredFiles } from './idx-folder.js';
import { firstImages } from './image-limits.js';
import { USUAL_CLASS_COUNT } from './label-classes.js';
import type { ImageLimits, LoadedData } from './loaded-data.js';
import { differenceFromPublished, fileRoles, type PublishedFiles } from './published-files.js';
import { fileError, type StoredFile } from './stored-file.js';

/** To be shown wherever images of MNIST are. */
export const MNIST_ATTRIBUTION = 'MNIST, Y. LeCun, C. Cortes, C. J. C. Burges, CC BY-SA 3.0';

/** How to speak of four files that were read. */
export interface IdxDescription {
  /** All four must be as these for the set to be called MNIST. */
  readonly published: PublishedFiles;
  /** Title of a set that is not MNIST. */
  readonly otherTitle: string;
  readonly origin: string;
  /** What to do when a file does not hold what it should, as a sentence. */
  readonly fileRemedy: string;
  /** Names of the classes in the order of the labels, where they are known. */
  readonly classes?: readonly string[] | undefined;
}

/**
 * Images and identity of the four files of a set.
 *
 * @throws {DataError} when they are not IDX files, hold no images, or do not belong together
 */
export async function idxData(
  files: StoredFiles,
  description: IdxDescription,
  limits: ImageLimits,
): Promise<Omit<LoadedData, 'notices'>> {
  const { published, otherTitle, origin, fileRemedy } = description;
  const { classes } = description;
  const classCount = Math.max(USUAL_CLASS_COUNT, classes?.length ?? 0);
  const read = (images: StoredFile, labels: StoredFile) => readPair(images, labels, classCount, fileRemedy);
  const allTraining = await read(files.trainingImages, files.trainingLabels);
  const allTest = await read(files.testImages, files.testLabels);
  const size = ({ height, width }: LabelledImages) => `${height}x${width}`;
  if (size(allTest) !== size(allTraining)) {
    const reason = `expected images of ${size(allTraining)} as in "${files.trainingImages.path}", got ${size(allTest)}`;
    throw fileError(files.testImages.path, reason, fileRemedy);
  }
  const isMnist = fileRoles.every((role) => !differenceFromPublished(files[role], published[role]));
  const training = firstImages(allTraining, limits.training);
  const test = firstImages(allTest, limits.test);
  return {
    training,
    test,
    identity: {
      kind: isMnist ? 'mnist' : 'idx',
      title: isMnist ? 'MNIST' : otherTitle,
      origin,
      ...(isMnist && { attribution: MNIST_ATTRIBUTION }),
      files: fileRoles.map((role) => {
        const { name, sha256, content } = files[role];
        return { name, sha256, bytes: content.byteLength };
      }),
      ...(classes && { classes }),
      trainingCount: training.count,
      ...(training.count < allTraining.count && { trainingTotal: allTraining.count }),
      testCount: test.count,
      ...(test.count < allTest.count && { testTotal: allTest.count }),
    },
  };
}

/** Core's errors, with the path of the file and the remedy of this place. */
async function readPair(
  images: StoredFile,
  labels: StoredFile,
  classCount: number,
  remedy: string,
): Promise<LabelledImages> {
  try {
    const pair = await readLabelledImages({
      images: images.content,
      labels: labels.content,
      imagesName: images.path,
      labelsName: labels.path,
      classCount,
    });
    if (pair.count > 0) return pair;
  } catch (error) {
    if (error instanceof IdxFormatError) {
      throw fileError(error.file, `expected ${error.expected}, got ${error.received}`, remedy, error);
    }
    if (error instanceof InvalidArgumentError && error.argument === 'labels') {
      throw fileError(
        labels.path,
        `expected labels from 0 to ${classCount - 1}, got ${error.received}`,
        `${remedy} A set with more classes needs their names, one a line, in classes.txt beside it.`,
        error,
      );
    }
    throw error;
  }
  throw fileError(images.path, 'expected at least 1 image, got none', remedy);
}
