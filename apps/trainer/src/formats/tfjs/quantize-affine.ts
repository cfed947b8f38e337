/** Numbers in 8 bits: each is `value * scale + min`. */
export interface AffineNumbers {
  readonly values: Uint8Array;
  readonly scale: number;
  readonly min: number;
}

/**
 * Rounds the numbers of a tensor to 256 steps from its smallest to its largest, moved so that 0 stays 0: as TensorFlow.js's
 * own converter does.
 *
 * Source: `quantize_weights` in tensorflowjs 4.22.0, python/tensorflowjs/quantization.py.
 *
 * @param numbers finite
 */
export function quantizeAffine(numbers: Float32Array): AffineNumbers {
  const smallest = numbers.reduce((least, number) => Math.min(least, number), Number.POSITIVE_INFINITY);
  const largest = numbers.reduce((most, number) => Math.max(most, number), Number.NEGATIVE_INFINITY);
  if (smallest === largest) return { values: new Uint8Array(numbers.length), scale: 1, min: smallest };
  const scale = (largest - smallest) / 255;
  const holdsZero = smallest <= 0 && largest >= 0;
  const min = holdsZero ? -roundHalfEven(-smallest / scale) * scale : smallest;
  const max = holdsZero ? 255 * scale + min : largest;
  const values = Uint8Array.from(numbers, (number) =>
    roundHalfEven((Math.min(Math.max(number, min), max) - min) / scale),
  );
  return { values, scale, min };
}

/** @returns float32, as TensorFlow.js reads them */
export function dequantizeAffine({ values, scale, min }: AffineNumbers): Float32Array {
  return Float32Array.from(values, (value) => value * scale + min);
}

/** As numpy rounds. */
function roundHalfEven(number: number): number {
  const below = Math.floor(number);
  const rest = number - below;
  return rest > 0.5 || (rest === 0.5 && below % 2 === 1) ? below + 1 : below;
}
