/** What several seeds came to. */
export interface Spread {
  readonly mean: number;
  /** Of the sample, divided by one less than the count; 0 for a single value. */
  readonly deviation: number;
  readonly least: number;
  readonly most: number;
  readonly count: number;
}

/** @param values one or more */
export function spreadOf(values: readonly number[]): Spread {
  const count = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / count;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return {
    mean,
    deviation: count > 1 ? Math.sqrt(squares / (count - 1)) : 0,
    least: Math.min(...values),
    most: Math.max(...values),
    count,
  };
}

/**
 * Whether a published figure could be one more seed: within the interval in which another value of the same
 * normal distribution lies with 95 %, `mean ± t * deviation * sqrt(1 + 1 / count)`, t of Student's distribution.
 *
 * @returns undefined for fewer than three values, which tell too little
 */
export function isWithinSpread(published: number, { mean, deviation, count }: Spread): boolean | undefined {
  const t = studentT95[count - 1];
  if (count < 3) return undefined;
  return Math.abs(published - mean) <= (t ?? 1.96) * deviation * Math.sqrt(1 + 1 / count);
}

/** Two-sided 95 % points by degrees of freedom, from 0. */
const studentT95: readonly number[] = [
  Number.NaN,
  12.706,
  4.303,
  3.182,
  2.776,
  2.571,
  2.447,
  2.365,
  2.306,
  2.262,
  2.228,
  2.201,
  2.179,
  2.16,
  2.145,
  2.131,
  2.12,
  2.11,
  2.101,
  2.093,
  2.086,
];
