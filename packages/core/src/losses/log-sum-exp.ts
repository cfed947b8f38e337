import { portableExp } from '../maths/portable-exp.js';
import { portableLog } from '../maths/portable-log.js';

/**
 * `log(sum_j exp(x_j))` of `length` values from `start` on. The maximum is subtracted so that no
 * exponential overflows.
 */
export function logSumExp(values: ArrayLike<number>, start: number, length: number): number {
  let maximum = Number.NEGATIVE_INFINITY;
  for (let index = start; index < start + length; index++) maximum = Math.max(maximum, values[index]);
  let sum = 0;
  for (let index = start; index < start + length; index++) sum += portableExp(values[index] - maximum);
  return portableLog(sum) + maximum;
}
