import { argMax } from '../losses/arg-max.js';
import { requireProbabilities } from '../metrics/require-probabilities.js';

/** Answers with how sure the network was and whether it was right. */
export interface RatedAnswers {
  /** uint8 `[count]`: the most probable class; the lowest wins a tie. */
  readonly predictions: Uint8Array;
  /** float64 `[count]`: its probability. */
  readonly confidences: Float64Array;
  /** `[count]` */
  readonly isRight: readonly boolean[];
}

/**
 * The answer to each image, its probability, and whether it is right: what `measureCalibration`,
 * `riskCoverage` and `chooseAnswerThreshold` take.
 *
 * @param labels actual classes, `[count]`, each `0 … classCount - 1`
 * @param probabilities `[count, classCount]`, row-major, each row sums to 1
 * @param classCount `1 … 256`
 * @throws {InvalidArgumentError} when there is no label, not one label for each row, a label is not below
 *   `classCount`, a probability is not in `0 … 1`, or a row does not sum to 1
 * @example
 * import { rateAnswers } from '@lenet/core/metrics';
 *
 * const { confidences, isRight } = rateAnswers([0, 0], [0.75, 0.25, 0.4, 0.6], 2);
 * console.log(confidences, isRight); // [0.75, 0.6] [true, false]
 */
export function rateAnswers(
  labels: ArrayLike<number>,
  probabilities: ArrayLike<number>,
  classCount: number,
): RatedAnswers {
  requireProbabilities(labels, probabilities, classCount);
  const predictions = argMax(probabilities, classCount);
  return {
    predictions,
    confidences: Float64Array.from(
      predictions,
      (predicted, row) => probabilities[row * classCount + predicted],
    ),
    isRight: Array.from(predictions, (predicted, row) => predicted === labels[row]),
  };
}
