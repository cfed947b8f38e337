/** What each pixel of a resampled line takes from the line of source pixels. */
export interface AxisSource {
  /** New pixels. */
  readonly count: number;
  /** int32 `[count]`: the first source pixel of each. */
  readonly firsts: Int32Array;
  /** int32 `[count + 1]`: where in `weights` those of each begin, and where the last end. */
  readonly starts: Int32Array;
  /** float64: one weight for each source pixel taken. */
  readonly weights: Float64Array;
}

/**
 * How a line of pixels becomes longer or shorter.
 *
 * Shrinking is exact: each new pixel is the mean over the part of the line that it covers, so a last
 * pixel that the line covers only in part is as much fainter. Growing is linear between the middles of
 * the source pixels.
 *
 * @param length source pixels, 1 or more
 * @param pixelSize source pixels in one new pixel, above 0; below 1 the line grows
 * @returns `ceil(length / pixelSize)` new pixels
 */
export function resampleAxis(length: number, pixelSize: number): AxisSource {
  // A length that is a whole number of new pixels must not get one more from rounding.
  const count = Math.ceil(length / pixelSize - 1e-9);
  const firsts = new Int32Array(count);
  const starts = new Int32Array(count + 1);
  const weights = new Float64Array(length + 2 * count);
  let taken = 0;
  for (let index = 0; index < count; index++) {
    const start = index * pixelSize;
    if (pixelSize < 1) {
      const coverage = Math.min(1, length / pixelSize - index);
      const middle = Math.max(0, Math.min(length - 1, start + 0.5 * pixelSize - 0.5));
      const first = Math.floor(middle);
      const share = middle - first;
      firsts[index] = first;
      weights[taken++] = coverage * (1 - share);
      if (share > 0) weights[taken++] = coverage * share;
    } else {
      const end = Math.min(length, start + pixelSize);
      firsts[index] = Math.floor(start);
      for (let pixel = firsts[index]; pixel < end; pixel++) {
        weights[taken++] = (Math.min(end, pixel + 1) - Math.max(start, pixel)) / pixelSize;
      }
    }
    starts[index + 1] = taken;
  }
  return { count, firsts, starts, weights: weights.subarray(0, taken) };
}

/**
 * Resamples a rectangle of pixels, first along its rows, then along its columns.
 *
 * @param pixels floats outside 0 … 1 count as its ends, NaN as 0
 * @param start where the rectangle begins in `pixels`
 * @param stride pixels from one row to the next
 * @param height rows of the rectangle
 * @returns float64 `[rows.count, columns.count]`
 */
export function resampleRectangle(
  pixels: Uint8Array | Float32Array,
  start: number,
  stride: number,
  height: number,
  sourceWidth: number,
  rows: AxisSource,
  columns: AxisSource,
): Float64Array {
  const width = columns.count;
  const narrowed = new Float64Array(height * width); // [height, columns.count]
  // One kind of array for the inner loop: with two it takes twice as long.
  const line = new Float64Array(sourceWidth);
  for (let row = 0; row < height; row++) {
    const lineStart = start + row * stride;
    const source = pixels.subarray(lineStart, lineStart + sourceWidth);
    if (source instanceof Uint8Array) line.set(source);
    else copyClamped(source, line);
    for (let column = 0; column < width; column++) {
      const end = columns.starts[column + 1];
      let sum = 0;
      let from = columns.firsts[column];
      for (let tap = columns.starts[column]; tap < end; tap++) sum += columns.weights[tap] * line[from++];
      narrowed[row * width + column] = sum;
    }
  }
  const result = new Float64Array(rows.count * width); // [rows.count, columns.count]
  for (let row = 0; row < rows.count; row++) {
    const end = rows.starts[row + 1];
    let from = rows.firsts[row] * width;
    for (let tap = rows.starts[row]; tap < end; tap++) {
      const weight = rows.weights[tap];
      for (let column = 0; column < width; column++) {
        result[row * width + column] += weight * narrowed[from++];
      }
    }
  }
  return result;
}

function copyClamped(source: Float32Array, target: Float64Array): void {
  for (let index = 0; index < source.length; index++) {
    const value = source[index];
    target[index] = value > 0 ? Math.min(value, 1) : 0;
  }
}
