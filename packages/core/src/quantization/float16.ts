// IEEE 754 binary16, by hand: Float16Array is not in Node 20.
//
//     sign 1 bit | exponent 5 bits, biased by 15 | fraction 10 bits
//
// Source: IEEE 754-2019, section 3.4.

const word = new Float32Array(1);
const bits = new Uint32Array(word.buffer);

/**
 * Rounds numbers to 16 bits, to the nearest, ties to even. From 65520 on they become infinite; what is not
 * a number stays so.
 *
 * @returns the bits of each
 * @example
 * import { encodeFloat16 } from '@lenet/core/models';
 *
 * console.log(encodeFloat16(Float32Array.of(1, -2))); // 0x3c00, 0xc000
 */
export function encodeFloat16(values: Float32Array): Uint16Array {
  return Uint16Array.from(values, toHalf);
}

/**
 * @param halves bits of 16-bit numbers
 * @returns the same numbers, exactly
 * @example
 * import { decodeFloat16 } from '@lenet/core/models';
 *
 * console.log(decodeFloat16(Uint16Array.of(0x3c00, 0xc000))); // 1, -2
 */
export function decodeFloat16(halves: Uint16Array): Float32Array {
  return Float32Array.from(halves, fromHalf);
}

function toHalf(value: number): number {
  word[0] = value;
  const sign = (bits[0] >>> 16) & 0x8000;
  const magnitude = bits[0] & 0x7fffffff;
  if (magnitude > 0x7f800000) return sign | 0x7e00;
  if (magnitude >= 0x47800000) return sign | 0x7c00;
  if (magnitude >= 0x38800000) {
    // A normal number: 13 bits of the fraction go, a carry may raise the exponent, up to infinity.
    return sign + roundOff(magnitude - 0x38000000, 13);
  }
  // Below 2^-14 the exponent stays, and the leading 1 becomes part of the fraction.
  const shift = 126 - (magnitude >>> 23);
  return shift > 24 ? sign : sign + roundOff((magnitude & 0x7fffff) | 0x800000, shift);
}

/** `number / 2^shift`, to the nearest, ties to even; `shift` is 24 at most. */
function roundOff(number: number, shift: number): number {
  const quotient = number >>> shift;
  const rest = number - (quotient << shift);
  const half = 1 << (shift - 1);
  return quotient + Number(rest > half || (rest === half && (quotient & 1) === 1));
}

function fromHalf(half: number): number {
  const exponent = (half >>> 10) & 31;
  const fraction = half & 0x3ff;
  // Without a leading 1 the fraction counts 2^-24 each.
  if (exponent === 0) return (half & 0x8000 ? -1 : 1) * (fraction / 0x1000000);
  bits[0] = ((half & 0x8000) << 16) | ((exponent === 31 ? 255 : exponent + 112) << 23) | (fraction << 13);
  return word[0];
}
