import { type McnemarTest, mcnemarTest } from '@lenet/core/metrics';
import type { ComparedRun } from './compared-run.js';
import { holmCorrection } from './holm-correction.js';

/** Two runs on the same test images. */
export interface ComparedPair extends McnemarTest {
  /** Positions of the two in all runs. */
  readonly first: number;
  readonly second: number;
  /** `pValue`, corrected for all pairs that are tested at once: see `holmCorrection`. */
  readonly correctedPValue: number;
}

/** McNemar's exact test of each run with each that comes behind it. */
export function comparePairs(runs: readonly Pick<ComparedRun, 'labels' | 'predictions'>[]): ComparedPair[] {
  const pairs = runs.flatMap((run, first) =>
    runs.slice(first + 1).map((other, offset) => ({
      first,
      second: first + 1 + offset,
      ...mcnemarTest(run.labels, run.predictions, other.predictions),
    })),
  );
  const corrected = holmCorrection(pairs.map(({ pValue }) => pValue));
  return pairs.map((pair, index) => ({ ...pair, correctedPValue: corrected[index] }));
}
