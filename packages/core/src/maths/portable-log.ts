/*
 * The natural logarithm from `+ - * /` and bit access alone, so that every JavaScript engine gives
 * the same bits (the language leaves the last bits of Math.log open).
 *
 * Ported from fdlibm 5.3, e_log.c, whose notice follows.
 *
 * ====================================================
 * Copyright (C) 1993 by Sun Microsystems, Inc. All rights reserved.
 *
 * Developed at SunSoft, a Sun Microsystems, Inc. business.
 * Permission to use, copy, modify, and distribute this
 * software is freely granted, provided that this notice
 * is preserved.
 * ====================================================
 */
import { highWord, withHighWord } from './float64-bits.js';

const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;
const SMALLEST_NORMAL = 2.2250738585072014e-308;
/** 2^54 */
const TWO_54 = 18_014_398_509_481_984;
const LG1 = 0.6666666666666735;
const LG2 = 0.3999999999940942;
const LG3 = 0.2857142874366239;
const LG4 = 0.22222198432149784;
const LG5 = 0.1818357216161805;
const LG6 = 0.15313837699209373;
const LG7 = 0.14798198605116586;

/**
 * Natural logarithm with the same bits in every engine; the error is below 1 ulp.
 *
 * @param x any number
 * @returns `-Infinity` for 0, NaN below 0 and for NaN
 * @example
 * import { portableLog } from '@lenet/core';
 *
 * console.log(portableLog(10)); // 2.302585092994046
 */
export function portableLog(x: number): number {
  if (Number.isNaN(x) || x < 0) return NaN;
  if (x === 0) return -Infinity;
  if (x === Infinity) return x;

  // x = 2^k (1 + f), sqrt(2) / 2 < 1 + f < sqrt(2)
  const isSubnormal = x < SMALLEST_NORMAL;
  const scaled = isSubnormal ? x * TWO_54 : x;
  const high = highWord(scaled);
  const fraction = high & 0xfffff;
  const carry = (fraction + 0x95f64) & 0x100000;
  const k = (isSubnormal ? -54 : 0) + (high >> 20) - 1023 + (carry >> 20);
  const f = withHighWord(scaled, fraction | (carry ^ 0x3ff00000)) - 1;

  if ((0xfffff & (2 + fraction)) < 3) {
    // |f| < 2^-20
    if (f === 0) return k === 0 ? 0 : k * LN2_HIGH + k * LN2_LOW;
    const remainder = f * f * (0.5 - 0.3333333333333333 * f);
    return k === 0 ? f - remainder : k * LN2_HIGH - (remainder - k * LN2_LOW - f);
  }

  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const even = w * (LG2 + w * (LG4 + w * LG6));
  const odd = z * (LG1 + w * (LG3 + w * (LG5 + w * LG7)));
  const remainder = odd + even;
  if (((fraction - 0x6147a) | (0x6b851 - fraction)) > 0) {
    const halfSquare = 0.5 * f * f;
    const tail = s * (halfSquare + remainder);
    return k === 0 ? f - (halfSquare - tail) : k * LN2_HIGH - (halfSquare - (tail + k * LN2_LOW) - f);
  }
  const tail = s * (f - remainder);
  return k === 0 ? f - tail : k * LN2_HIGH - (tail - k * LN2_LOW - f);
}
