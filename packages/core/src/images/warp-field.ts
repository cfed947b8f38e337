import { WARP_KNOTS } from './image-change.js';

/** Displacements are whole numbers of 2^-12 of a pixel, */
const PIXEL = 4096;
/** and shares of 2^-13. */
const SHARE_BITS = 13;

/** For each row or column, where it lies between the knots of the warp. */
export interface WarpAxis {
  /** uint8 `[size]`: the knot before it, */
  readonly knots: Uint8Array;
  /** int32 `[size]`: the share of the one after it, `0 … 8192`. */
  readonly shares: Int32Array;
}

export function createWarpAxis(size: number): WarpAxis {
  const knots = new Uint8Array(size);
  const shares = new Int32Array(size);
  for (let index = 0; index < size; index++) {
    const place = ((WARP_KNOTS - 1) * index) / Math.max(1, size - 1);
    knots[index] = Math.min(WARP_KNOTS - 2, Math.floor(place));
    const t = place - knots[index];
    // No slope at either end, so that the warp has no kinks at its knots.
    shares[index] = Math.round(t * t * (3 - 2 * t) * (1 << SHARE_BITS));
  }
  return { knots, shares };
}

/** @param knots int32 `[4, 4, 2]`, overwritten with the displacements of a change */
export function roundKnots(warp: Float64Array, knots: Int32Array): void {
  for (let index = 0; index < warp.length; index++) knots[index] = Math.round(warp[index] * PIXEL);
}

/**
 * The knots of one row, between those above and below it.
 *
 * @param knots int32 `[4, 4, 2]`
 * @param rowKnots int32 `[4, 2]`, overwritten
 */
export function blendKnots(knots: Int32Array, axis: WarpAxis, row: number, rowKnots: Int32Array): void {
  const above = 2 * WARP_KNOTS * axis.knots[row];
  const below = above + 2 * WARP_KNOTS;
  const share = axis.shares[row];
  for (let index = 0; index < 2 * WARP_KNOTS; index++) {
    const value = knots[above + index];
    rowKnots[index] = value + partOf(knots[below + index] - value, share);
  }
}

export function partOf(gain: number, share: number): number {
  return Math.imul(gain, share) >> SHARE_BITS;
}
