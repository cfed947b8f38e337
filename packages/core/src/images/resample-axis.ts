/** What one pixel of the result takes from a line of source pixels. */
export interface PixelSource {
  /** First source pixel. */
  readonly first: number;
  /** One weight for each source pixel from `first` on. */
  readonly weights: readonly number[];
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
 * @returns one entry for each new pixel: `ceil(length / pixelSize)`
 */
export function resampleAxis(length: number, pixelSize: number): PixelSource[] {
  // A length that is a whole number of new pixels must not get one more from rounding.
  const count = Math.ceil(length / pixelSize - 1e-9);
  const source = pixelSize < 1 ? linearSource : areaSource;
  return Array.from({ length: count }, (_, index) => source(index, length, pixelSize));
}

function areaSource(index: number, length: number, pixelSize: number): PixelSource {
  const start = index * pixelSize;
  const end = Math.min(length, start + pixelSize);
  const first = Math.floor(start);
  const weights: number[] = [];
  for (let pixel = first; pixel < end; pixel++) {
    weights.push((Math.min(end, pixel + 1) - Math.max(start, pixel)) / pixelSize);
  }
  return { first, weights };
}

function linearSource(index: number, length: number, pixelSize: number): PixelSource {
  const coverage = Math.min(1, length / pixelSize - index);
  const middle = Math.max(0, Math.min(length - 1, (index + 0.5) * pixelSize - 0.5));
  const first = Math.floor(middle);
  const share = middle - first;
  if (share === 0) return { first, weights: [coverage] };
  return { first, weights: [coverage * (1 - share), coverage * share] };
}
