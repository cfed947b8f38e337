import { binomialCdf } from './binomial-cdf.js';
import { requirePredictions, requireSome } from './require-classes.js';

/** What `mcnemarTest` finds. */
export interface McnemarTest {
  /** Images that only the first model answers right. */
  readonly onlyFirstRight: number;
  /** Images that only the second model answers right. */
  readonly onlySecondRight: number;
  /**
   * How probable a difference at least as large is between models that are equally good, 0 … 1; 1 where
   * they never differ.
   */
  readonly pValue: number;
}

/**
 * McNemar's exact test, two-sided: whether two models that answered the same images differ by more than
 * chance.
 *
 * @param labels actual classes, `[count]`
 * @param first predictions of one model, `[count]`
 * @param second predictions of the other, `[count]`
 * @throws {InvalidArgumentError} when there are no labels, not as many predictions as labels, or one of
 *   them is not a whole number of 0 or more
 * @example
 * import { mcnemarTest } from '@lenet/core/metrics';
 *
 * console.log(mcnemarTest([1, 2, 3, 4], [1, 2, 3, 4], [1, 0, 0, 0]).pValue); // 0.25
 *
 * Source: McNemar, "Note on the sampling error of the difference between correlated proportions or
 * percentages", 1947; the same as SciPy's `binomtest(onlyFirstRight, onlyFirstRight + onlySecondRight)`.
 */
export function mcnemarTest(
  labels: ArrayLike<number>,
  first: ArrayLike<number>,
  second: ArrayLike<number>,
): McnemarTest {
  requirePredictions(labels, first);
  requirePredictions(labels, second);
  requireSome('labels', labels);
  let onlyFirstRight = 0;
  let onlySecondRight = 0;
  for (let index = 0; index < labels.length; index++) {
    const isFirstRight = first[index] === labels[index];
    if (isFirstRight === (second[index] === labels[index])) continue;
    if (isFirstRight) onlyFirstRight++;
    else onlySecondRight++;
  }
  const tail = binomialCdf(Math.min(onlyFirstRight, onlySecondRight), onlyFirstRight + onlySecondRight, 0.5);
  return { onlyFirstRight, onlySecondRight, pValue: Math.min(1, 2 * tail) };
}
