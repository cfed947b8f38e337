/*
 * Sine and cosine from `+ - * /` alone, so that every JavaScript engine gives the same bits (the
 * language leaves the last bits of Math.sin and Math.cos open).
 *
 * Ported from fdlibm 5.3: k_sin.c, k_cos.c and the medium range of e_rem_pio2.c, whose notice follows.
 * Deviations: the three parts of pi/2 are always all used; arguments past that range are refused; the
 * cosine kernel is FreeBSD's form of k_cos.c, which needs no split by size.
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
import { InvalidArgumentError } from '../errors/invalid-argument-error.js';

const QUARTER_PI = Math.PI / 4;
/** 2^19 quarter turns: as far as the three parts of pi/2 (33 bits each) are exact. */
const LARGEST_ANGLE = 823_549;
/** 2^-27: below it, sin x is x to the last bit. */
const TINY = 7.450580596923828e-9;
const INVERSE_HALF_PI = 0.6366197723675814;
const HALF_PI_1 = 1.5707963267341256;
const HALF_PI_2 = 6.077100506303966e-11;
const HALF_PI_3 = 2.0222662487111665e-21;
const HALF_PI_3_TAIL = 8.4784276603689e-32;

/**
 * Sine with the same bits in every engine; the error is below 1 ulp.
 *
 * @param x radians, `-823549 … 823549`
 * @returns NaN for NaN and infinities
 * @throws {InvalidArgumentError} when `x` is finite and outside that range
 * @example
 * import { portableSin } from '@lenet/core';
 *
 * console.log(portableSin(Math.PI / 6)); // 0.49999999999999994
 */
export function portableSin(x: number): number {
  if (Math.abs(x) <= QUARTER_PI) return Math.abs(x) < TINY ? x : sinKernel(x, 0);
  return sinOfQuarters(x, 0);
}

/**
 * Cosine with the same bits in every engine; the error is below 1 ulp.
 *
 * @param x radians, `-823549 … 823549`
 * @returns NaN for NaN and infinities
 * @throws {InvalidArgumentError} when `x` is finite and outside that range
 * @example
 * import { portableCos } from '@lenet/core';
 *
 * console.log(portableCos(0)); // 1
 */
export function portableCos(x: number): number {
  if (Math.abs(x) <= QUARTER_PI) return cosKernel(x, 0);
  return sinOfQuarters(x, 1);
}

/** sin(x + quarterTurns * pi / 2) for |x| > pi / 4, by Cody-Waite reduction to |y| <= pi / 4. */
function sinOfQuarters(x: number, quarterTurns: number): number {
  if (!Number.isFinite(x)) return NaN;
  if (Math.abs(x) > LARGEST_ANGLE) {
    throw new InvalidArgumentError({
      argument: 'x',
      received: x,
      message: `Sine or cosine: expected an angle from -${LARGEST_ANGLE} to ${LARGEST_ANGLE} radians, got ${x}. Take whole turns off first.`,
    });
  }
  const n = Math.floor(x * INVERSE_HALF_PI + 0.5);
  const first = x - n * HALF_PI_1;
  const secondPart = n * HALF_PI_2;
  const second = first - secondPart;
  const secondLost = first - second - secondPart;
  const thirdPart = n * HALF_PI_3 - secondLost;
  const third = second - thirdPart;
  const thirdLost = second - third - thirdPart;
  const rest = n * HALF_PI_3_TAIL - thirdLost;
  const y = third - rest;
  const tail = third - y - rest;

  // n is below 2^20 in size, so that the lowest two bits are right for negative n as well.
  switch ((n + quarterTurns) & 3) {
    case 0:
      return sinKernel(y, tail);
    case 1:
      return cosKernel(y, tail);
    case 2:
      return -sinKernel(y, tail);
    default:
      return -cosKernel(y, tail);
  }
}

/** sin(x + tail), |x| <= pi / 4, `tail` the part of the angle that `x` is too short to hold. */
function sinKernel(x: number, tail: number): number {
  const z = x * x;
  const cube = z * x;
  const r =
    0.00833333333332249 +
    z *
      (-0.0001984126982985795 +
        z * (0.0000027557313707070068 + z * (-2.5050760253406863e-8 + z * 1.58969099521155e-10)));
  return x - (z * (0.5 * tail - cube * r) - tail - cube * -0.16666666666666632);
}

/** cos(x + tail), |x| <= pi / 4. */
function cosKernel(x: number, tail: number): number {
  const z = x * x;
  const w = z * z;
  const r =
    z * (0.0416666666666666 + z * (-0.001388888888887411 + z * 0.00002480158728947673)) +
    w * w * (-2.7557314351390663e-7 + z * (2.087572321298175e-9 + z * -1.1359647557788195e-11));
  const halfSquare = 0.5 * z;
  const rough = 1 - halfSquare;
  return rough + (1 - rough - halfSquare + (z * r - x * tail));
}
