import type { InkBox } from './find-ink.js';

/** How far apart digits of one line may stand, as a share of the usual height. */
const LINE_GAP = 4;
/** How much of the lower of two digits must be beside the other. */
const LEAST_BESIDE = 0.4;

/**
 * Sorts digits line by line from the top, each from the left. A digit is in the line of the digit at its
 * left that it stands beside, so that lines may slant.
 *
 * @param usualHeight of a digit, in pixels
 */
export function readingOrder<Item extends { readonly box: InkBox }>(
  digits: readonly Item[],
  usualHeight: number,
): Item[] {
  const lines: Item[][] = [];
  for (const digit of [...digits].sort((a, b) => a.box.left - b.box.left)) {
    let best: Item[] | undefined;
    let most = LEAST_BESIDE;
    for (const line of lines) {
      const last = line[line.length - 1].box;
      if (digit.box.left - last.right > LINE_GAP * usualHeight) continue;
      const beside = besideShare(last, digit.box);
      if (beside < most) continue;
      most = beside;
      best = line;
    }
    if (best) best.push(digit);
    else lines.push([digit]);
  }
  const top = (line: readonly Item[]) =>
    line.reduce((sum, { box }) => sum + box.top + box.bottom, 0) / line.length;
  return lines.sort((a, b) => top(a) - top(b)).flat();
}

/** Rows that two boxes share, as a share of the lower box. */
function besideShare(a: InkBox, b: InkBox): number {
  const shared = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return shared / Math.min(a.bottom - a.top, b.bottom - b.top);
}
