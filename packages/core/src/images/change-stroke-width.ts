/**
 * Makes all strokes wider or narrower by a fraction of a pixel: grey dilation or erosion, in which each
 * pixel goes part of the way to its strongest (weakest) neighbour; a diagonal one counts for 1 / sqrt(2),
 * as it is farther away, so that the pen stays round. For each pixel that an edge moves, or part of it,
 * that is one step of the scheme of E. Rouy and A. Tourin, "A viscosity solutions approach to
 * shape-from-shading", 1992, with grey levels rounded after each. A thin line would get faint instead of
 * thinner, so what got narrower is made as strong again as its strongest pixel was.
 *
 * @param ink uint8 `[rows, stride]`, at least `ceil(|strokeWidth| / 2)` pixels of background around the ink
 * @param spare uint8 of the same length, for intermediate results
 * @param rows 2 or more
 * @param strokeWidth pixels gained; below 0 lost
 * @returns the one of the two arrays that holds the result
 */
export function changeStrokeWidth(
  ink: Uint8Array,
  spare: Uint8Array,
  stride: number,
  rows: number,
  strokeWidth: number,
): Uint8Array {
  // Both edges of a stroke move, each by half of its gain.
  const move = Math.abs(strokeWidth) / 2;
  const passes = Math.ceil(move);
  const strongest = strengthOf(ink, stride * rows);
  let from = ink;
  let to = spare;
  for (let pass = 0; pass < passes; pass++) {
    moveEdges(from, to, stride, stride * rows, move / passes, strokeWidth < 0);
    [from, to] = [to, from];
  }
  if (strokeWidth < 0) restoreStrength(from, stride * rows, strongest);
  return from;
}

/** 2^16: shares of a grey level are whole numbers of its inverse. */
const ONE = 65_536;

function moveEdges(
  from: Uint8Array,
  to: Uint8Array,
  stride: number,
  length: number,
  move: number,
  isLoss: boolean,
): void {
  const besideShare = Math.round(move * ONE);
  const acrossShare = Math.round(move * Math.SQRT1_2 * ONE);
  // In the negative of a picture what is weak is strong.
  const flip = isLoss ? 255 : 0;
  const end = length - stride - 1;
  to.fill(0, 0, stride + 1);
  to.fill(0, end, length);
  // The pixel at hand and those at its left and right; the stronger one above and below each of them.
  let left = flip;
  let value = flip;
  let leftPair = flip;
  let pair = flip;
  for (let p = stride + 1; p < end; p++) {
    const right = from[p + 1] ^ flip;
    const rightPair = larger(from[p + 1 - stride] ^ flip, from[p + 1 + stride] ^ flip);
    const beside = larger(pair, larger(left, right));
    const across = larger(leftPair, rightPair);
    const rise = larger(Math.imul(beside - value, besideShare), Math.imul(across - value, acrossShare));
    to[p] = (value + ((larger(rise, 0) + ONE / 2) >> 16)) ^ flip;
    left = value;
    value = right;
    leftPair = pair;
    pair = rightPair;
  }
}

function strengthOf(ink: Uint8Array, length: number): number {
  let strongest = 0;
  for (let p = 0; p < length; p++) strongest = larger(strongest, ink[p]);
  return strongest;
}

function restoreStrength(ink: Uint8Array, length: number, strength: number): void {
  const strongest = strengthOf(ink, length);
  if (strongest === strength || strongest === 0) return;
  const gain = Math.round((strength / strongest) * ONE);
  for (let p = 0; p < length; p++) ink[p] = (Math.imul(ink[p], gain) + ONE / 2) >> 16;
}

/** Of two whole numbers. Without a branch, twice as fast as Math.max on pixels, which no predictor guesses. */
function larger(a: number, b: number): number {
  return a - ((a - b) & ((a - b) >> 31));
}
