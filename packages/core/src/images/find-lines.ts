import { type Grid, transpose } from './grid.js';

/** A printed line that is about level, from the left edge of the picture to the right one or across a corner. */
export interface PaperLine {
  /** Row at the middle column, in cells; outside of the picture where a line crosses a corner. */
  readonly middle: number;
  /** Rows a column. */
  readonly slope: number;
}

/** Steepest lines, rows a column: a page that was turned by 10 degrees. */
const STEEPEST = 0.18;
/** A line is compared with what is so many cells to either side: it is at most about four cells wide. */
const BESIDE = 3;
/** Least mean of the votes along a line, of −1 … 1, for it to be looked at, and for its family to be found by it. */
const LEAST_VOTE = 0.15;
const CLEAR_VOTE = 0.35;
/** Share of the columns that a line crosses at least, for its family to be found by it. */
const LEAST_LENGTH = 0.8;
/** Parts of a line that are looked at one by one: how many must show it, and how clearly the outer ones. */
const PARTS = 8;
const LEAST_PARTS = 5;
const PART_VOTE = 0.1;
const OUTER_VOTE = 0.3;
/** Columns that a line crosses at least. */
const SHORTEST = 6;
/** By how much the slope of a line may differ from that of the next one of its family. */
const SLOPE_RANGE = 0.03;

/**
 * Finds the lines of ruled paper. Votes are summed along all straight lines: strokes of digits end within the
 * picture, and have too few. Where there are at least two clear ones, those of about their slope are found as well
 * that cross a corner only, or that a digit lies over: then what is left of them at both ends tells.
 *
 * Source: Hough, US patent 3,069,654, 1962; as the lines are about level, over slopes and rows.
 *
 * @param strength how far each cell is from paper
 */
export function findLines(strength: Grid): PaperLine[] {
  const votes = votesOf(strength); // [columns, rows]: what is summed lies side by side
  const candidates = candidatesOf(votes);
  const found: PaperLine[] = [];
  const isNew = (line: PaperLine) => found.every((other) => !meets(line, other, strength.columns));
  for (const { line, vote, length } of candidates) {
    if (vote < CLEAR_VOTE || length < LEAST_LENGTH * strength.columns || !isNew(line)) continue;
    const parts = partVotes(line, votes);
    if (parts.filter((part) => part >= PART_VOTE).length >= LEAST_PARTS && showsAtEnds(parts))
      found.push(line);
  }
  if (found.length < 2) return found;
  const family = [...found];
  for (const { line } of candidates) {
    if (!isNew(line) || !showsAtEnds(partVotes(line, votes))) continue;
    const next = family.reduce((a, b) => (apart(a, line) <= apart(b, line) ? a : b));
    if (Math.abs(next.slope - line.slope) <= SLOPE_RANGE) found.push(line);
  }
  return found;
}

const apart = (a: PaperLine, b: PaperLine) => Math.abs(a.middle - b.middle);
const showsAtEnds = (parts: readonly number[]) => Math.min(parts[0], parts[parts.length - 1]) >= OUTER_VOTE;

/** The row of a line at the middle of a column. */
export const rowAt = ({ middle, slope }: PaperLine, column: number, columns: number) =>
  middle + slope * (column + 0.5 - columns / 2);

/** Whether two lines are one, or cross within the picture. */
function meets(a: PaperLine, b: PaperLine, columns: number): boolean {
  const left = rowAt(a, 0, columns) - rowAt(b, 0, columns);
  const right = rowAt(a, columns - 1, columns) - rowAt(b, columns - 1, columns);
  return left * right <= 0 || Math.min(Math.abs(left), Math.abs(right)) < BESIDE;
}

/** By how much each cell is stronger than what is above and below it, in `[columns, rows]`: −1 … 1. */
function votesOf({ values, rows, columns }: Grid): Grid {
  const contrasts = new Float64Array(values.length);
  for (let row = 0; row < rows; row++) {
    // At the edge one side tells.
    const above = (row >= BESIDE ? row - BESIDE : row + BESIDE) * columns;
    const below = (row + BESIDE < rows ? row + BESIDE : row - BESIDE) * columns;
    for (let column = 0; column < columns; column++) {
      const beside = Math.max(values[above + column], values[below + column]);
      contrasts[row * columns + column] = values[row * columns + column] - beside;
    }
  }
  const sizes = contrasts
    .filter((_, cell) => cell % 7 === 0)
    .map(Math.abs)
    .sort();
  const scale = Math.max(LEAST_CONTRAST, 3 * sizes[sizes.length >> 1]);
  const votes = contrasts.map((contrast) => Math.max(-1, Math.min(1, contrast / scale)));
  return transpose({ values: votes, rows, columns });
}

/** Of 255: what a line is stronger than paper for a whole vote, where there is no noise. */
const LEAST_CONTRAST = 4;

/** All lines with enough votes, those with most first. */
function candidatesOf({ values, rows: columns, columns: rows }: Grid) {
  const candidates: { line: PaperLine; vote: number; length: number }[] = [];
  // Two rows from end to end: a line stays within half a row of one that is looked at.
  const steps = Math.ceil((STEEPEST * columns) / 2);
  // Rows above and below the picture, of lines that cross a corner.
  const outside = Math.ceil((STEEPEST * columns) / 2);
  const sums = new Float64Array(rows + 2 * outside);
  const counts = new Int32Array(rows + 2 * outside);
  for (let step = -steps; step <= steps; step++) {
    const slope = (2 * step) / columns;
    sums.fill(0);
    counts.fill(0);
    for (let column = 0; column < columns; column++) {
      const start = column * rows;
      const shift = outside - Math.round(slope * (column + 0.5 - columns / 2));
      for (let row = 0; row < rows; row++) {
        sums[row + shift] += values[start + row];
        counts[row + shift]++;
      }
    }
    for (let place = 0; place < sums.length; place++) {
      const vote = sums[place] / counts[place];
      if (counts[place] < SHORTEST || vote < LEAST_VOTE) continue;
      candidates.push({ line: { middle: place - outside, slope }, vote, length: counts[place] });
    }
  }
  return candidates.sort((a, b) => b.vote * b.length - a.vote * a.length);
}

/** The mean vote of each part of a line within the picture. */
function partVotes(line: PaperLine, { values, rows: columns, columns: rows }: Grid): number[] {
  const votes: number[] = [];
  for (let column = 0; column < columns; column++) {
    const row = Math.round(rowAt(line, column, columns));
    if (row >= 0 && row < rows) votes.push(values[column * rows + row]);
  }
  const parts = Math.min(PARTS, Math.floor(votes.length / 3));
  return Array.from({ length: parts }, (_, part) => {
    const own = votes.slice((part * votes.length) / parts, ((part + 1) * votes.length) / parts);
    return own.reduce((sum, vote) => sum + vote, 0) / own.length;
  });
}
