/*
 * e^x from `+ - * /` and bit access alone, so that every JavaScript engine gives the same bits
 * (the language leaves the last bits of Math.exp open).
 *
 * Ported from fdlibm 5.3, e_exp.c, whose notice follows. Deviation: scaling by 2^k is done by exact
 * products instead of adding k to the exponent field; e^1 is rounded right, which the formula misses
 * by one unit; the exponent may have a tail, for powers.
 *
 * ====================================================
 * Copyright (C) 2004 by Sun Microsystems, Inc. All rights reserved.
 *
 * Permission to use, copy, modify, and distribute this
 * software is freely granted, provided that this notice
 * is preserved.
 * ====================================================
 */
import { powerOfTwo } from './float64-bits.js';

const OVERFLOW_THRESHOLD = 709.782712893384;
const UNDERFLOW_THRESHOLD = -745.1332191019411;
const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;
const INVERSE_LN2 = Math.LOG2E;
/** 2^-28: below it, 1 + x is right to the last bit. */
const TINY = 3.725290298461914e-9;
const P1 = 0.16666666666666602;
const P2 = -0.0027777777777015593;
const P3 = 0.00006613756321437934;
const P4 = -0.0000016533902205465252;
const P5 = 4.1381367970572385e-8;

/**
 * e^x with the same bits in every engine; the error is below 1 ulp.
 *
 * @param x any number
 * @returns `Infinity` above 709.78, 0 below -745.13, NaN for NaN
 * @example
 * import { portableExp } from '@lenet/core';
 *
 * console.log(portableExp(1)); // 2.718281828459045
 */
export function portableExp(x: number): number {
  if (Number.isNaN(x)) return x;
  if (x > OVERFLOW_THRESHOLD) return Infinity;
  if (x < UNDERFLOW_THRESHOLD) return 0;
  if (x === 1) return Math.E;
  if (Math.abs(x) < TINY) return 1 + x;
  return expOfSum(x, 0);
}

/**
 * e^(x + tail), `tail` the part of the exponent that `x` is too short to hold.
 *
 * @param x `-746 … 710`
 */
export function expOfSum(x: number, tail: number): number {
  // x + tail = k ln 2 + r, |r| <= ln(2) / 2, with r = high - low kept in two parts.
  const k = Math.trunc(INVERSE_LN2 * x + (x < 0 ? -0.5 : 0.5));
  const high = x - k * LN2_HIGH;
  const low = k * LN2_LOW - tail;
  const r = high - low;

  const square = r * r;
  const c = r - square * (P1 + square * (P2 + square * (P3 + square * (P4 + square * P5))));
  const mantissa = 1 - (low - (r * c) / (2 - c) - high);
  if (k === 1024) return mantissa * 2 * powerOfTwo(1023);
  if (k >= -1021) return mantissa * powerOfTwo(k);
  return mantissa * powerOfTwo(k + 1000) * powerOfTwo(-1000);
}
