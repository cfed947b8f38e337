// Max pooling of 2x2 pixels, for four windows side by side: vector 0 holds the upper left pixels of the four
// windows, 1 the upper right, 2 the lower left, 3 the lower right ones.
//
//     window   0 1      the gradient goes to the largest pixel alone, the first one where several are
//              2 3      equally large; and to none where relu cuts it off.

/** The largest pixel of each window. */
export function largestOf(pixel0: v128, pixel1: v128, pixel2: v128, pixel3: v128): v128 {
  return f32x4.pmax(f32x4.pmax(pixel0, pixel1), f32x4.pmax(pixel2, pixel3));
}

/**
 * Where the largest pixel lies, as a distance from the upper left one.
 *
 * @param right distance of the pixel to the right
 * @param below distance of the pixel below
 */
export function winnerOf(
  largest: v128,
  pixel0: v128,
  pixel1: v128,
  pixel2: v128,
  right: i32,
  below: i32,
): v128 {
  let distance = v128.bitselect(i32x4.splat(below), i32x4.splat(below + right), f32x4.eq(largest, pixel2));
  distance = v128.bitselect(i32x4.splat(right), distance, f32x4.eq(largest, pixel1));
  return v128.andnot(distance, f32x4.eq(largest, pixel0));
}
