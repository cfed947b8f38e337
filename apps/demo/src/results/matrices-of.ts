import type { Matrix, RecordedRun } from './recorded-run';

/** A confusion matrix, and what it was counted on. */
export interface NamedMatrix {
  readonly name: string;
  readonly matrix: Matrix;
  /** Whether it was counted on the images that the visitor gave. */
  readonly isOfGiven: boolean;
}

/** The visitor's images, as a network reads them. */
export interface GivenAnswers {
  readonly labels: Uint8Array;
  readonly predicted: Uint8Array;
  /** Whose answers these are, for people. */
  readonly by: string;
  /** Whether they are the answers of the run itself, which its own matrix counts already. */
  readonly isOfRun: boolean;
}

/** The matrices of a run: after each epoch, of the images held out; of the test; and of the visitor's images. */
export function matricesOf(run: RecordedRun, given: GivenAnswers | undefined): NamedMatrix[] {
  const atEnd = {
    name: `At the end, on ${run.testCount.toLocaleString('en')} test images`,
    matrix: run.test.confusionMatrix,
    isOfGiven: given?.isOfRun ?? false,
  };
  const ofGiven = given && {
    name: `Your ${given.labels.length.toLocaleString('en')} images, read here by ${given.by}`,
    matrix: countAnswers(given.labels, given.predicted, run.test.confusionMatrix.length),
    isOfGiven: true,
  };
  return [
    ...run.history.flatMap(({ epoch, validation }) =>
      validation?.confusionMatrix
        ? [
            {
              name: `After epoch ${epoch}, on ${run.validationCount.toLocaleString('en')} images held out`,
              matrix: validation.confusionMatrix,
              isOfGiven: false,
            },
          ]
        : [],
    ),
    atEnd,
    ...(ofGiven && !given.isOfRun ? [ofGiven] : []),
  ];
}

function countAnswers(labels: Uint8Array, predicted: Uint8Array, classCount: number): Matrix {
  const counts = Array.from({ length: classCount }, () => new Array<number>(classCount).fill(0));
  for (const [index, label] of labels.entries()) counts[label][predicted[index]]++;
  return counts;
}
