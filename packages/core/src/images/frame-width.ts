import { quantile } from './quantile.js';

/** Widest frame, as a share of the shorter side. */
const WIDEST = 0.08;
/** Pictures with shorter sides have none. */
const LEAST_SIDE = 40;
/** Of 255: what a frame differs by from what it is around, and what within itself at most. */
const LEAST_CONTRAST = 64;
const MOST_VARIATION = 32;
/** Share of the pixels at the edge that are so even: the corners of a nought that fills its picture are paper. */
const EVEN_SHARE = 0.98;

/**
 * How wide the frame is that a picture ends with, in pixels: an edge of one colour all around, and soon after it
 * something else. Where there is one, it is no paper, though it is the border.
 *
 * @param colours uint8 `[height, width, channels]`
 * @returns 0 where there is none
 */
export function frameWidth(colours: ArrayLike<number>, width: number, height: number): number {
  const shorter = Math.min(width, height);
  if (shorter < LEAST_SIDE) return 0;
  const edge = ring(colours, width, height, 0);
  const colour = median(edge);
  const even = edge.filter((value) => Math.abs(value - colour) <= MOST_VARIATION);
  if (even.length < EVEN_SHARE * edge.length) return 0;
  for (let inset = 1; inset <= WIDEST * shorter; inset++) {
    if (Math.abs(median(ring(colours, width, height, inset)) - colour) < LEAST_CONTRAST) continue;
    // The next one may be half of each yet.
    return inset + 1;
  }
  return 0;
}

/** The mean over the channels of each pixel so far from the edge. */
function ring(colours: ArrayLike<number>, width: number, height: number, inset: number): number[] {
  const channels = colours.length / (width * height);
  const values: number[] = [];
  const add = (row: number, column: number) => {
    let sum = 0;
    for (let channel = 0; channel < channels; channel++) {
      sum += colours[(row * width + column) * channels + channel];
    }
    values.push(sum / channels);
  };
  for (let column = inset; column < width - inset; column++) {
    add(inset, column);
    add(height - 1 - inset, column);
  }
  for (let row = inset + 1; row < height - 1 - inset; row++) {
    add(row, inset);
    add(row, width - 1 - inset);
  }
  return values;
}

const median = (values: number[]) => quantile(values.slice(), 0.5);
