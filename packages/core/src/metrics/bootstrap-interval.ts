import { InvalidArgumentError } from '../errors/invalid-argument-error.js';
import { requireInteger } from '../errors/require-argument.js';
import { createKeyedRandom } from '../random/keyed-random.js';
import { requireOpenShare } from './require-share.js';

/** A statistic with the range in which it would fall on other images of the same kind. */
export interface BootstrapInterval {
  /** Of all images, each once. */
  readonly estimate: number;
  readonly lower: number;
  readonly upper: number;
  /** Share of such intervals that hold the true value, above 0 and below 1. */
  readonly level: number;
  readonly resamples: number;
}

/**
 * Percentile bootstrap: the statistic on images drawn again with replacement, and the range of the middle
 * `level` of these values (quantiles interpolated linearly, as NumPy does).
 *
 * @param count number of images, a uint32 above 0
 * @param statistic of the images at `indices`, uint32 `[count]`, the same array at each call; finite
 * @param options.seed uint32: the same seed gives the same interval in every engine. @default 0
 * @param options.resamples how often images are drawn. @default 1000
 * @param options.level above 0 and below 1. @default 0.95
 * @throws {InvalidArgumentError} when an argument is out of range or the statistic is not finite
 * @example
 * import { accuracy, bootstrapInterval } from '@lenet/core/metrics';
 *
 * const labels = [0, 1, 1, 0, 1];
 * const predictions = [0, 1, 0, 0, 1];
 * const interval = bootstrapInterval(labels.length, (indices) =>
 *   accuracy(Array.from(indices, (i) => labels[i]), Array.from(indices, (i) => predictions[i])),
 * );
 * console.log(interval.estimate); // 0.8
 *
 * Source: Efron, "Bootstrap Methods: Another Look at the Jackknife", 1979.
 */
export function bootstrapInterval(
  count: number,
  statistic: (indices: Uint32Array) => number,
  { seed = 0, resamples = 1000, level = 0.95 } = {},
): BootstrapInterval {
  requireInteger('count', count, 1, 0xffffffff);
  requireInteger('seed', seed, 0, 0xffffffff);
  requireInteger('resamples', resamples, 1, 0xffffffff);
  requireOpenShare('level', level);
  const indices = Uint32Array.from({ length: count }, (_, index) => index);
  const measure = () => {
    const value = statistic(indices);
    if (Number.isFinite(value)) return value;
    throw new InvalidArgumentError({
      argument: 'statistic',
      received: value,
      message: `Bootstrap: expected a finite statistic of every resample, got ${value}. Take one that is defined whatever images are drawn.`,
    });
  };
  const estimate = measure();
  const values = Float64Array.from({ length: resamples }, (_, item) => {
    const random = createKeyedRandom({ seed, purpose: 'bootstrap', item });
    for (let index = 0; index < count; index++) indices[index] = random.nextBelow(count);
    return measure();
  }).sort();
  const quantile = (share: number) => {
    const position = share * (resamples - 1);
    const index = Math.floor(position);
    const next = values[Math.min(index + 1, resamples - 1)];
    return values[index] + (position - index) * (next - values[index]);
  };
  const outside = (1 - level) / 2;
  return { estimate, lower: quantile(outside), upper: quantile(1 - outside), level, resamples };
}
