/*
 * Powers from `+ - * /` and bit access alone, so that every JavaScript engine gives the same bits (the
 * language leaves the last bits of Math.pow open: Node 24 differs from Node 22 in one of ten).
 *
 * base^exponent = e^(exponent ln base), with the logarithm and the product in two float64 each
 * (T. J. Dekker, "A floating-point technique for extending the available precision", 1971): what one
 * float64 leaves out of a logarithm of 700 would cost nine bits of the power.
 */
import { highWord, withHighWord } from './float64-bits.js';
import { expOfSum } from './portable-exp.js';

/** ln 2 in two parts; the first ends in zeros, so that its product with any binary exponent is exact. */
const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;
/** What 1 / 3 lacks of a third. */
const THIRD_LOW = 1.850371707708594e-17;
const SMALLEST_NORMAL = 2.2250738585072014e-308;
/** 2^54 */
const TWO_54 = 18_014_398_509_481_984;
/** 2^27 + 1 */
const SPLITTER = 134_217_729;

/**
 * `base` to the power `exponent` with the same bits in every engine; the error is below 1 ulp, and a
 * power that is a float64 itself, as 3^5, is exact.
 *
 * @param base any number
 * @param exponent any number
 * @returns what ECMAScript's `base ** exponent` says of zeros, infinities and NaN: 1 for an exponent of 0
 *   whatever the base, NaN for ±1 to an infinite power and for a negative base to a fraction
 * @example
 * import { portablePow } from '@lenet/core';
 *
 * console.log(portablePow(0.5, 3)); // 0.125
 */
export function portablePow(base: number, exponent: number): number {
  if (exponent === 0) return 1;
  if (Number.isNaN(base) || Number.isNaN(exponent)) return NaN;
  const magnitude = Math.abs(base);
  if (!Number.isFinite(exponent)) {
    if (magnitude === 1) return NaN;
    return magnitude > 1 === exponent > 0 ? Infinity : 0;
  }
  const isOdd = Math.abs(exponent % 2) === 1;
  const sign = isOdd && (base < 0 || Object.is(base, -0)) ? -1 : 1;
  if (magnitude === 0 || magnitude === Infinity) {
    return sign * ((magnitude === 0) === exponent > 0 ? 0 : Infinity);
  }
  if (base < 0 && !Number.isInteger(exponent)) return NaN;
  return sign * powerOfPositive(magnitude, exponent);
}

function powerOfPositive(base: number, exponent: number): number {
  if (base === 1) return 1;

  // base = 2^k (1 + f), sqrt(2) / 2 < 1 + f < sqrt(2)
  const isSubnormal = base < SMALLEST_NORMAL;
  const scaled = isSubnormal ? base * TWO_54 : base;
  const high = highWord(scaled);
  const fraction = high & 0xfffff;
  const carry = (fraction + 0x95f64) & 0x100000;
  const k = (isSubnormal ? -54 : 0) + (high >> 20) - 1023 + (carry >> 20);
  const f = withHighWord(scaled, fraction | (carry ^ 0x3ff00000)) - 1;

  // s = f / (2 + f); ln(1 + f) = 2 s (1 + z / 3 + z^2 / 5 + …), z = s^2. All in two parts, but for
  // the terms from z^2 on: they are so small that one part is enough.
  const divisor = 2 + f;
  const divisorLow = f - (divisor - 2);
  const s = f / divisor;
  const back = s * divisor;
  const sLow = (f - back - productError(s, divisor, back) - s * divisorLow) / divisor;
  const z = s * s;
  const zLow = productError(s, s, z) + 2 * s * sLow;
  let rest = 0;
  for (let odd = 27; odd >= 5; odd -= 2) rest = rest * z + 1 / odd;
  const third = z * (1 / 3);
  const thirdLow = productError(z, 1 / 3, third) + z * THIRD_LOW + zLow / 3 + z * z * rest;
  const series = 1 + third;
  const seriesLow = third - (series - 1) + thirdLow;
  const half = s * series;
  const halfLow = productError(s, series, half) + s * seriesLow + sLow * series;

  const whole = k * LN2_HIGH;
  const rough = whole + 2 * half;
  const roughLow = 2 * half - (rough - whole) + (k * LN2_LOW + 2 * halfLow);
  const log = rough + roughLow;
  const logLow = roughLow - (log - rough);

  const power = exponent * log;
  if (power > 710) return Infinity;
  if (power < -746) return 0;
  return expOfSum(power, productError(exponent, log, power) + exponent * logLow);
}

/** a * b - product exactly, where `product` is a * b rounded. */
function productError(a: number, b: number, product: number): number {
  const aHead = headOf(a);
  const bHead = headOf(b);
  const aTail = a - aHead;
  const bTail = b - bHead;
  return aHead * bHead - product + aHead * bTail + aTail * bHead + aTail * bTail;
}

/** The upper 26 bits of `a`, so that products of heads are exact (Veltkamp's splitting). */
function headOf(a: number): number {
  const shifted = SPLITTER * a;
  return shifted - (shifted - a);
}
