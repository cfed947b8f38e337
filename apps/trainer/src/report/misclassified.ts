/** A wrong answer. */
export interface Misclassified {
  /** Of the image in the test set. */
  readonly index: number;
  readonly actual: number;
  readonly predicted: number;
  /** That the network gave to `predicted`, 0 … 1. */
  readonly probability: number;
  /** That it gave to `actual`, 0 … 1. */
  readonly actualProbability: number;
}

/**
 * All wrong answers, the most confident first; of equals, the first in the test set first.
 *
 * @param labels `[count]`
 * @param predictions `[count]`
 * @param probabilities `[count, classCount]`
 */
export function findMisclassified(
  labels: ArrayLike<number>,
  predictions: ArrayLike<number>,
  probabilities: ArrayLike<number>,
): Misclassified[] {
  const classCount = probabilities.length / labels.length;
  const found: Misclassified[] = [];
  for (let index = 0; index < labels.length; index++) {
    if (predictions[index] === labels[index]) continue;
    found.push({
      index,
      actual: labels[index],
      predicted: predictions[index],
      probability: probabilities[index * classCount + predictions[index]],
      actualProbability: probabilities[index * classCount + labels[index]],
    });
  }
  return found.sort((a, b) => b.probability - a.probability || a.index - b.index);
}
