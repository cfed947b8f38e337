import { requireLabels } from '../losses/require-logits.js';
import { portableExp } from '../maths/portable-exp.js';
import { portableLog } from '../maths/portable-log.js';
import { requireSome } from '../metrics/require-classes.js';
import { requireNumbers } from '../metrics/require-numbers.js';

const LOWEST = 0.05;
const HIGHEST = 20;
const MOST_ITERATIONS = 100;

/** What `fitTemperature` finds. */
export interface FittedTemperature {
  /** `0.05 … 20`; for `decide` and `softmax`. Above 1 the network was too sure of itself. */
  readonly temperature: number;
  /** Mean cross-entropy with that temperature, in nats. */
  readonly loss: number;
  /** Mean cross-entropy without, in nats. */
  readonly lossBefore: number;
  /** Steps that the search took, up to 100; 0 where there was nothing to search. */
  readonly iterations: number;
  /**
   * - `minimum`: the loss has its minimum here
   * - `limit`: the loss would fall further beyond 0.05 or 20
   * - `all-right`: no label has less than the largest logit, so that the loss falls ever further the surer
   *   the network is made; the temperature is 1, as such images say nothing about being too sure
   */
  readonly outcome: 'minimum' | 'limit' | 'all-right';
}

/**
 * The temperature by which logits have to be divided for their probabilities to be believed: the one with
 * the smallest cross-entropy. Answers stay the same. To be fitted on images that were not trained on.
 *
 * The loss is convex in 1 / temperature: Newton's method on its derivative, within bounds that close in,
 * finds the minimum to the last digits.
 *
 * @param logits `[count, classCount]`, row-major, finite
 * @param labels `[count]`, each `0 … classCount - 1`
 * @param classCount `1 … 256`
 * @throws {InvalidArgumentError} when there is no label, not one label for each row of logits, a label is
 *   not below `classCount`, or a logit is not finite
 * @example
 * import { fitTemperature } from '@lenet/core/metrics';
 *
 * // Three of four right, but 98 % sure each time: 75 % it should be.
 * const logits = Float32Array.of(4, 0, 4, 0, 4, 0, 4, 0);
 * console.log(fitTemperature(logits, [0, 0, 0, 1], 2).temperature); // 3.640956907…, 4 / ln 3
 *
 * Source: Guo et al., "On Calibration of Modern Neural Networks", 2017, section 4.2.
 */
export function fitTemperature(
  logits: ArrayLike<number>,
  labels: ArrayLike<number>,
  classCount: number,
): FittedTemperature {
  requireLabels('Temperature', logits, labels, classCount);
  requireSome('labels', labels);
  requireNumbers('logits', logits);
  /** Loss and its first two derivatives by `scale`, 1 / temperature. */
  const measure = (scale: number) => measureLoss(logits, labels, classCount, scale);
  const { loss: lossBefore, isAllRight } = measure(1);
  const result = (scale: number, iterations: number, outcome: FittedTemperature['outcome']) => ({
    temperature: 1 / scale,
    loss: measure(scale).loss,
    lossBefore,
    iterations,
    outcome,
  });
  if (isAllRight) return result(1, 0, 'all-right');

  let low = 1 / HIGHEST;
  let high = 1 / LOWEST;
  if (measure(low).slope >= 0) return result(low, 0, 'limit');
  if (measure(high).slope <= 0) return result(high, 0, 'limit');
  let scale = 1;
  let iterations = 0;
  while (iterations++ < MOST_ITERATIONS) {
    const { slope, curvature } = measure(scale);
    if (slope > 0) high = scale;
    else low = scale;
    const newton = scale - slope / curvature;
    const next = newton >= low && newton <= high ? newton : (low + high) / 2;
    const isFound = Math.abs(next - scale) <= 1e-14 * scale;
    scale = next;
    if (isFound) break;
  }
  return result(scale, Math.min(iterations, MOST_ITERATIONS), 'minimum');
}

function measureLoss(
  logits: ArrayLike<number>,
  labels: ArrayLike<number>,
  classCount: number,
  scale: number,
): { loss: number; slope: number; curvature: number; isAllRight: boolean } {
  let loss = 0;
  let slope = 0;
  let curvature = 0;
  let isAllRight = true;
  for (let row = 0; row < labels.length; row++) {
    const start = row * classCount;
    let maximum = logits[start];
    for (let index = start; index < start + classCount; index++) maximum = Math.max(maximum, logits[index]);
    let sum = 0;
    let first = 0;
    let second = 0;
    for (let index = start; index < start + classCount; index++) {
      const below = logits[index] - maximum;
      const power = portableExp(below * scale);
      sum += power;
      first += power * below;
      second += power * below * below;
    }
    const ofLabel = logits[start + labels[row]] - maximum;
    const mean = first / sum;
    loss += portableLog(sum) - ofLabel * scale;
    slope += mean - ofLabel;
    curvature += second / sum - mean * mean;
    isAllRight &&= ofLabel === 0;
  }
  return { loss: loss / labels.length, slope, curvature, isAllRight };
}
