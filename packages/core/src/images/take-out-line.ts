import { type PaperLine, rowAt } from './find-lines.js';
import type { Grid } from './grid.js';

/** Parts of a line whose place is found one by one: paper is not quite flat. */
const BLOCKS = 12;
/** How far from its place a line is looked for, in cells of the finding. */
const REACH = 3;
/** A part shows the line alone where it is so strong there, as a share of what it usually is. */
const LEAST_PEAK = 0.5;
const MOST_PEAK = 1.6;
/** Lines that take more of the light than this share hide what they lie over. */
const HIDING_SHARE = 0.6;
/** What is left of a line by its own unevenness, as a share of it. */
const REST_SHARE = 0.5;
/** Of 255: weaker edges of a line stay. */
const LEAST_STRENGTH = 0.5;

/**
 * Takes one line out of a picture, in place. What it usually is at each distance from its middle is taken away, as
 * light that the paper lost there: ink that lies over it stays. Where next to nothing is left, or the line hid what
 * it lies over, what is to both of its sides is joined instead.
 *
 * @param picture how far each pixel is from paper
 * @param cellSide of the cells that the line was found in, in pixels
 * @param paper brightness of the paper, that ink takes a share of; Infinity where ink is light
 * @returns how strong the line is at its middle
 */
export function takeOutLine(picture: Grid, line: PaperLine, cellSide: number, paper: number): number {
  const { values, rows, columns } = picture;
  const reach = REACH * cellSide;
  const place = (column: number) =>
    (rowAt(line, (column + 0.5) / cellSide - 0.5, columns / cellSide) + 0.5) * cellSide - 0.5;
  const offsets = offsetsOf(picture, place, reach);
  const middles = Float64Array.from({ length: columns }, (_, column) => {
    const at = ((column + 0.5) / columns) * BLOCKS - 0.5;
    const before = Math.max(0, Math.min(BLOCKS - 2, Math.floor(at)));
    return place(column) + offsets[before] + (offsets[before + 1] - offsets[before]) * (at - before);
  });
  const profile = profileOf(picture, middles, 0, columns, reach);
  const peak = profile.reduce((most, value) => Math.max(most, value), 0);
  const half = widthOf(profile, reach, peak);
  const before = values.slice();
  const strengthAt = (row: number, column: number) =>
    before[Math.max(0, Math.min(rows - 1, Math.round(row))) * columns + column];
  for (let column = 0; column < columns; column++) {
    const middle = middles[column];
    const upper = middle - half - 1;
    const lower = middle + half + 1;
    const last = Math.min(rows - 1, Math.ceil(middle + reach));
    for (let row = Math.max(0, Math.floor(middle - reach)); row <= last; row++) {
      const own = between(profile, row - middle + reach);
      if (own < LEAST_STRENGTH) continue;
      const pixel = row * columns + column;
      const rest = Math.max(0, (before[pixel] - own) / (1 - Math.min(own / paper, HIDING_SHARE)));
      if (rest > REST_SHARE * own && own < HIDING_SHARE * paper) {
        values[pixel] = rest;
        continue;
      }
      const share = (row - upper) / (lower - upper);
      const joined = strengthAt(upper, column) * (1 - share) + strengthAt(lower, column) * share;
      values[pixel] = own < HIDING_SHARE * paper ? Math.min(rest, joined) : Math.min(before[pixel], joined);
    }
  }
  return peak;
}

/** By how much the line is beside its place in each block; where ink hides it, as in the blocks around. */
function offsetsOf(picture: Grid, place: (column: number) => number, reach: number): number[] {
  const middles = Float64Array.from({ length: picture.columns }, (_, column) => place(column));
  const profiles = Array.from({ length: BLOCKS }, (_, block) => {
    const edge = (index: number) => Math.round((index * picture.columns) / BLOCKS);
    return profileOf(picture, middles, edge(block), edge(block + 1), reach);
  });
  const peaks = profiles.map((profile) => profile.reduce((most, value) => Math.max(most, value), 0));
  const usual = median(peaks.filter((peak) => peak > 0));
  const known = profiles.map((profile, block) =>
    peaks[block] >= LEAST_PEAK * usual && peaks[block] <= MOST_PEAK * usual
      ? centreOf(profile) - reach
      : undefined,
  );
  return known.map((offset, block) => offset ?? nearest(known, block));
}

/** The mean of the nearest known ones to either side; 0 where there are none. */
function nearest(known: readonly (number | undefined)[], block: number): number {
  const sides = [known.slice(0, block).reverse(), known.slice(block + 1)].flatMap(
    (side) => side.find((offset) => offset !== undefined) ?? [],
  );
  return sides.reduce((sum, offset) => sum + offset, 0) / Math.max(1, sides.length);
}

/** What is usual at each distance from the line, less what is usual around it; all 0 outside of the picture. */
function profileOf(
  { values, rows, columns }: Grid,
  middles: Float64Array,
  first: number,
  end: number,
  reach: number,
): number[] {
  const profile = Array.from({ length: 2 * reach + 1 }, (_, index) => {
    const samples: number[] = [];
    for (let column = first; column < end; column++) {
      const row = middles[column] + index - reach;
      const above = Math.floor(row);
      if (above < 0 || above + 1 >= rows) continue;
      const at = above * columns + column;
      samples.push(values[at] + (values[at + columns] - values[at]) * (row - above));
    }
    return samples.length > 0 ? median(samples) : Number.POSITIVE_INFINITY;
  });
  const around = profile.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY);
  return profile.map((value) => (Number.isFinite(value) ? value - around : 0));
}

/** The centre of a profile, its strongest parts counting most. */
function centreOf(profile: readonly number[]): number {
  let mass = 0;
  let moment = 0;
  for (const [index, value] of profile.entries()) {
    mass += value * value;
    moment += value * value * index;
  }
  return moment / mass;
}

/** Half of the width of a line, in pixels. */
function widthOf(profile: readonly number[], reach: number, peak: number): number {
  let half = 0;
  for (const [index, value] of profile.entries()) {
    if (value > 0.1 * peak) half = Math.max(half, Math.abs(index - reach));
  }
  return half;
}

/** Between the values of a profile; 0 beyond its ends. */
function between(profile: readonly number[], at: number): number {
  const first = Math.floor(at);
  const [low, high] = [profile[first] ?? 0, profile[first + 1] ?? 0];
  return low + (high - low) * (at - first);
}

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[values.length >> 1] ?? 0;
}
