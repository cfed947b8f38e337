import type { Measurement } from '../reading/messages';

/** Of any of the probabilities. */
export function largestDifference(a: Measurement, b: Measurement): number {
  return Math.max(
    ...a.probabilities.map((probability, index) => Math.abs(probability - b.probabilities[index])),
  );
}

/** With two digits that count, e.g. `0.021 ms`, `3.4 ms`. */
export function millisecondWords(milliseconds: number): string {
  return `${Number(milliseconds.toPrecision(2))}\u00a0ms`;
}

/** Of probabilities: nobody cares for the seventh decimal. */
export function differenceWords(difference: number): string {
  return difference < 1e-6 ? 'below 0.000001' : String(Number(difference.toPrecision(1)));
}
