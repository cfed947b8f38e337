/** A rectangle of pixels; `right` and `bottom` are the first column and row after it. */
export interface InkBox {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/**
 * The smallest box around all pixels above `threshold`.
 *
 * @param pixels `[…, height, width]`
 * @param start where the image begins in `pixels`
 * @returns null where there are none; NaN is not above anything
 */
export function findInk(
  pixels: Uint8Array | Float32Array,
  start: number,
  height: number,
  width: number,
  threshold: number,
): InkBox | null {
  const end = start + height * width;
  let first = start;
  while (first < end && !(pixels[first] > threshold)) first++;
  if (first === end) return null;
  let last = end - 1;
  while (!(pixels[last] > threshold)) last--;

  const top = Math.floor((first - start) / width);
  const bottom = Math.floor((last - start) / width) + 1;
  let left = width;
  let right = 0;
  // Only what is outside the columns found so far can widen them.
  for (let row = start + top * width; row < start + bottom * width; row += width) {
    for (let column = 0; column < left; column++) {
      if (pixels[row + column] > threshold) left = column;
    }
    for (let column = width - 1; column >= right; column--) {
      if (pixels[row + column] > threshold) right = column + 1;
    }
  }
  return { left, top, right, bottom };
}
