import type { InkImage } from './ink-image.js';

/** Ink from left of one cut to the next: for each row the first column that belongs to the right. */
export type Cut = Int32Array;

/** How far a cut may go from where it was looked for, as a share of the usual height of a digit. */
const REACH = 0.15;
/** What a column beside costs, as a share of full ink over the usual height. */
const BESIDE_COST = 1.5;

/**
 * Where ink that hangs together may be cut in two: paths from top to bottom through as little ink as possible.
 *
 * @param ink `[height, width]` of what hangs together alone
 * @param places columns around which to cut
 * @param usualHeight of a digit, in pixels
 */
export function findCuts(ink: InkImage, places: readonly number[], usualHeight: number): Cut[] {
  return places.map((place) => cheapestPath(ink, place, usualHeight));
}

function cheapestPath({ pixels, height, width }: InkImage, place: number, usualHeight: number): Cut {
  const full = pixels instanceof Float32Array ? 1 : 255;
  const reach = Math.max(1, Math.round(REACH * usualHeight));
  const first = Math.max(0, Math.round(place) - reach);
  const count = Math.min(width - 1, Math.round(place) + reach) - first + 1;
  const from = new Int8Array(height * count); // of each pixel: the step from the row above
  let costs = new Float64Array(count);
  for (let row = 0; row < height; row++) {
    const next = new Float64Array(count);
    for (let index = 0; index < count; index++) {
      let best = costs[index];
      for (const step of [-1, 1]) {
        // A slanting cut is longer.
        const cost = (costs[index + step] ?? Number.POSITIVE_INFINITY) + 0.1;
        if (row === 0 || cost >= best) continue;
        best = cost;
        from[row * count + index] = step;
      }
      const column = first + index;
      const beside = (BESIDE_COST * Math.abs(column - place)) / usualHeight / usualHeight;
      next[index] = best + pixels[row * width + column] / full + beside;
    }
    costs = next;
  }
  const cut = new Int32Array(height);
  let index = costs.indexOf(costs.reduce((a, b) => Math.min(a, b)));
  for (let row = height - 1; row >= 0; row--) {
    cut[row] = first + index;
    index += from[row * count + index];
  }
  return cut;
}
