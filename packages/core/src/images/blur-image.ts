import { portableExp } from '../maths/portable-exp.js';

/** Standard deviations after which the Gaussian is cut off. */
const REACH = 3;

/**
 * Gaussian blur, rows then columns, with background around the image.
 *
 * @param image uint8 `[height, width]`
 * @param deviation in pixels, 0 or more
 * @returns uint8 `[height, width]`
 */
export function blurImage(
  { pixels, height, width }: { pixels: Uint8Array; height: number; width: number },
  deviation: number,
): Uint8Array {
  if (deviation === 0) return Uint8Array.from(pixels);
  const kernel = gaussianKernel(deviation);
  const rows = blurAlong(pixels, height, width, width, 1, kernel);
  const both = blurAlong(rows, width, height, 1, width, kernel);
  return Uint8Array.from(both, (value) => Math.round(value));
}

/** Shares from the middle to one side; both sides together are 1. */
function gaussianKernel(deviation: number): number[] {
  const reach = Math.ceil(REACH * deviation);
  const powers = Array.from({ length: reach + 1 }, (_, distance) =>
    portableExp((-distance * distance) / (2 * deviation * deviation)),
  );
  const sum = 2 * powers.reduce((total, power) => total + power, 0) - powers[0];
  return powers.map((power) => power / sum);
}

/** @returns float64, laid out as `values`: `lines` lines of `length` values, `lineStep` and `step` apart */
function blurAlong(
  values: ArrayLike<number>,
  lines: number,
  length: number,
  lineStep: number,
  step: number,
  kernel: readonly number[],
): Float64Array {
  const blurred = new Float64Array(values.length);
  for (let line = 0; line < lines; line++) {
    for (let position = 0; position < length; position++) {
      const start = line * lineStep;
      let sum = kernel[0] * values[start + position * step];
      for (let distance = 1; distance < kernel.length; distance++) {
        const before = position - distance;
        const after = position + distance;
        if (before >= 0) sum += kernel[distance] * values[start + before * step];
        if (after < length) sum += kernel[distance] * values[start + after * step];
      }
      blurred[start + position * step] = sum;
    }
  }
  return blurred;
}
