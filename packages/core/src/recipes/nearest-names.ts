/** Changed letters that still look like a slip, as a share of the name. */
const LARGEST_SLIP = 0.4;

/**
 * The names that `name` may have been meant to be, nearest first: part of it, or a few letters away.
 *
 * @example
 * import { nearestNames } from '@lenet/core/training';
 *
 * console.log(nearestNames('epoch', ['epochs', 'seed'])); // ['epochs']
 */
export function nearestNames(name: string, names: readonly string[]): string[] {
  const wanted = name.toLowerCase();
  if (wanted === '') return [];
  return names
    .map((candidate) => ({
      candidate,
      slips: candidate.includes(wanted) ? 0 : editDistance(wanted, candidate),
    }))
    .filter(({ candidate, slips }) => slips <= LARGEST_SLIP * candidate.length)
    .sort((a, b) => a.slips - b.slips)
    .map(({ candidate }) => candidate);
}

/** Letters to insert, delete or replace (Levenshtein). */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
    }
    row = next;
  }
  return row[b.length];
}
