// How a gradient changes weights. Parameters lie in four rows behind each other, `rowBytes` apart: weights,
// first moments, second moments, gradients. Each rule works on the bytes from `from` to `to` of all rows.
//
// The request, behind the count of images, float32:
//    4  1 / count
//    8  what a weight keeps: 1 - learning rate * weight decay
//   12  rate: of Adam learning rate * sqrt(1 - beta2^t) / (1 - beta1^t), of momentum the learning rate
//   16  Adam: 1 - beta1; momentum: the share of the velocity that is kept
//   20  Adam: 1 - beta2
//   24  Adam: what is added to the root, epsilon or epsilon * sqrt(1 - beta2^t)
//   28  largest norm of the gradient, or infinity
//   32  int32: 0 for Adam, 1 for momentum; behind it seed and epoch, see request.ts
// They are made in float64 by TypeScript (src/training/step-numbers.ts), the same everywhere.

import { multiplyAdd } from './multiply-add';
import { REQUEST, SQUARES } from './request';

/** `weights` and both moments; gradients are multiplied by `scale` first. */
export function updateParameters(weights: usize, rowBytes: usize, from: usize, to: usize, scale: f32): void {
  if (load<i32>(REQUEST, 32) === 0) {
    adam(weights, rowBytes, from, to, f32x4.splat(scale));
  } else {
    momentum(weights, rowBytes, from, to, f32x4.splat(scale));
  }
}

/**
 * Adam: `m += (g - m) (1 - beta1)`, `v += (g² - v) (1 - beta2)`, `w = keep w - rate m / (sqrt(v) + offset)`.
 *
 * Source: Kingma, Ba, "Adam: A Method for Stochastic Optimization", 2015, algorithm 1 and the end of
 * section 2.
 */
function adam(weights: usize, rowBytes: usize, from: usize, to: usize, scale: v128): void {
  const keep = v128.load32_splat(REQUEST, 8);
  const rate = v128.load32_splat(REQUEST, 12);
  const firstShare = v128.load32_splat(REQUEST, 16);
  const secondShare = v128.load32_splat(REQUEST, 20);
  const offset = v128.load32_splat(REQUEST, 24);
  const end = weights + to;
  for (let weight = weights + from; weight < end; weight += 16) {
    const firstMoment = weight + rowBytes;
    const secondMoment = firstMoment + rowBytes;
    const gradient = f32x4.mul(v128.load(secondMoment + rowBytes), scale);
    const oldFirst = v128.load(firstMoment);
    const oldSecond = v128.load(secondMoment);
    const first = withoutTiny(multiplyAdd(f32x4.sub(gradient, oldFirst), firstShare, oldFirst));
    const square = f32x4.mul(gradient, gradient);
    const second = withoutTiny(multiplyAdd(f32x4.sub(square, oldSecond), secondShare, oldSecond));
    v128.store(firstMoment, first);
    v128.store(secondMoment, second);
    const change = f32x4.div(f32x4.mul(first, rate), f32x4.add(f32x4.sqrt(second), offset));
    v128.store(weight, f32x4.sub(f32x4.mul(v128.load(weight), keep), change));
  }
}

/** Momentum: `velocity = momentum velocity + g`, `w = keep w - rate velocity`. */
function momentum(weights: usize, rowBytes: usize, from: usize, to: usize, scale: v128): void {
  const keep = v128.load32_splat(REQUEST, 8);
  const rate = v128.load32_splat(REQUEST, 12);
  const share = v128.load32_splat(REQUEST, 16);
  const end = weights + to;
  for (let weight = weights + from; weight < end; weight += 16) {
    const firstMoment = weight + rowBytes;
    const secondMoment = firstMoment + rowBytes;
    const gradient = f32x4.mul(v128.load(secondMoment + rowBytes), scale);
    const velocity = withoutTiny(multiplyAdd(v128.load(firstMoment), share, gradient));
    v128.store(firstMoment, velocity);
    const kept = f32x4.mul(v128.load(weight), keep);
    v128.store(weight, f32x4.sub(kept, f32x4.mul(velocity, rate)));
  }
}

/**
 * Numbers nearer to 0 than 1e-30 become 0; not a number stays. The moments of a weight that gets no gradient
 * any more would shrink for ever, and below 1e-38 processors compute a hundred times slower.
 */
function withoutTiny(numbers: v128): v128 {
  return v128.andnot(numbers, f32x4.lt(f32x4.abs(numbers), f32x4.splat(1e-30)));
}

/** Sum of the squared gradients, in float64. */
export function sumOfSquares(gradients: usize, from: usize, to: usize): f64 {
  let sum = f64x2.splat(0);
  for (let at = from; at < to; at += 8) {
    const gradient = f64x2.promote_low_f32x4(v128.load64_zero(gradients + at));
    sum = f64x2.add(sum, f64x2.mul(gradient, gradient));
  }
  return f64x2.extract_lane(sum, 0) + f64x2.extract_lane(sum, 1);
}

/** 1 / count, and less where the norm of the mean gradient is above its limit. */
export function gradientScale(units: usize): f32 {
  const inverse = load<f32>(REQUEST, 4);
  const limit = load<f32>(REQUEST, 28);
  if (limit === Infinity) return inverse;
  let squares: f64 = 0;
  for (let unit: usize = 0; unit < units; unit++) squares += load<f64>(SQUARES + unit * 8);
  const norm = Math.sqrt(squares) * <f64>inverse;
  return norm > <f64>limit ? <f32>(<f64>inverse * (<f64>limit / norm)) : inverse;
}

/** `to[column] = sum over the rows of from[row][column]`, for a bias. */
export function sumRows(from: usize, rowBytes: usize, rows: usize, to: usize): void {
  for (let column: usize = 0; column < rowBytes; column += 16) {
    let sum = f32x4.splat(0);
    let at = from + column;
    for (let row: usize = 0; row < rows; row++) {
      sum = f32x4.add(sum, v128.load(at));
      at += rowBytes;
    }
    v128.store(to + column, sum);
  }
}
