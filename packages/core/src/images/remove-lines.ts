import { cellMeans } from './cell-means.js';
import { findLines, type PaperLine } from './find-lines.js';
import { type Grid, transpose } from './grid.js';
import { takeOutLine } from './take-out-line.js';

/** Cells along the longer side at most, for lines to be found. */
const MOST_CELLS = 320;
/** Pictures with shorter sides are not looked at: a stroke is as thin as a line there. */
const LEAST_SIDE = 64;
/** Of 255: where nothing at the edge is stronger, no line reaches it. */
const LEAST_STRENGTH = 5;
/** Pixels from the edge within which a line shows, as a share of the shorter side: a frame stands a little inside. */
const EDGE_SHARE = 0.08;
/** Lines at most so strong, as a share of the strongest ink that is left, are faint. */
const FAINT_SHARE = 0.6;

/**
 * Takes the lines of ruled or squared paper, and frames, out of a picture: straight, thin lines from edge to edge,
 * two of one direction or more. Ink that lies over a line is kept.
 *
 * Two lines as strong as the ink may be ones that fill the picture, so that they stay; more of them stay only where
 * nothing else is there.
 *
 * @param strength how far each pixel is from paper, 0 … 255, `[height, width]`
 * @param paper brightness of the paper, that ink takes a share of; Infinity where ink is light
 * @returns null where there are no lines
 */
export function removeLines(
  strength: Float32Array,
  width: number,
  height: number,
  paper: number,
): Float32Array | null {
  if (Math.min(width, height) < LEAST_SIDE || !reachesEdge(strength, width, height)) return null;
  const side = Math.ceil(Math.max(width, height) / MOST_CELLS);
  const cells = cellMeans(strength, width, height, side);
  const families = [findLines(cells), findLines(transpose(cells))] as const;
  if (Math.max(families[0].length, families[1].length) < 2) return null;
  let picture: Grid = { values: Float64Array.from(strength), rows: height, columns: width };
  const peaks: number[] = [];
  for (const family of families) {
    for (const line of family) peaks.push(takeOutLine(picture, line, side, paper));
    picture = transpose(picture);
  }
  const rest = Float32Array.from(picture.values);
  return isPaper(families, peaks, strongestOf(rest)) ? rest : null;
}

/** Whether lines are those of paper, and not ones or bars of digits. */
function isPaper(
  families: readonly (readonly PaperLine[])[],
  peaks: readonly number[],
  ink: number,
): boolean {
  const strongest = Math.max(...peaks);
  if (strongest <= FAINT_SHARE * ink) return true;
  const isGrid = families.every((family) => family.length >= 2);
  return isGrid || families.some((family) => family.length >= 3);
}

function strongestOf(strength: ArrayLike<number>): number {
  let strongest = 0;
  for (let pixel = 0; pixel < strength.length; pixel++) strongest = Math.max(strongest, strength[pixel]);
  return strongest;
}

/** Whether anything but paper is near the edge of the picture, as lines are. */
function reachesEdge(strength: Float32Array, width: number, height: number): boolean {
  const margin = Math.ceil(EDGE_SHARE * Math.min(width, height));
  for (let row = 0; row < height; row++) {
    const isInside = row >= margin && row < height - margin;
    for (let column = 0; column < width; column++) {
      if (isInside && column === margin) column = width - margin;
      if (strength[row * width + column] >= LEAST_STRENGTH) return true;
    }
  }
  return false;
}
