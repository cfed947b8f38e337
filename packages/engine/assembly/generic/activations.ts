// Activation functions and their derivatives, four numbers at once. A derivative is made of the function's
// value y, so that inputs need not be kept:
//
//     relu      max(x, 0)              1 where y > 0
//     tanh      tanh(x)                1 - y²
//     sigmoid   1 / (1 + exp(-x))      y (1 - y)
import { activation, outputChannels, outputPixel, RELU, SIGMOID, TANH } from './program';

/** Applies the layer's function to `bytes` of its outputs, but for relu, which the products do in passing. */
export function activate(layer: usize, values: usize, bytes: usize): void {
  const end = values + bytes;
  if (activation(layer) === TANH) {
    for (let at = values; at < end; at += 16) v128.store(at, tanh(v128.load(at)));
  } else if (activation(layer) === SIGMOID) {
    const half = f32x4.splat(0.5);
    // 1 / (1 + exp(-x)) = (1 + tanh(x / 2)) / 2
    for (let at = values; at < end; at += 16) {
      v128.store(at, f32x4.add(half, f32x4.mul(half, tanh(f32x4.mul(half, v128.load(at))))));
    }
    clearPadding(layer, values, end);
  }
}

/** Multiplies the gradients by the function's values with its derivative. */
export function activateBackward(layer: usize, values: usize, gradients: usize, bytes: usize): void {
  const one = f32x4.splat(1);
  const zero = f32x4.splat(0);
  const which = activation(layer);
  for (let at: usize = 0; at < bytes; at += 16) {
    const value = v128.load(values + at);
    let gradient = v128.load(gradients + at);
    if (which === RELU) {
      gradient = v128.and(gradient, f32x4.gt(value, zero));
    } else if (which === TANH) {
      gradient = f32x4.mul(gradient, f32x4.sub(one, f32x4.mul(value, value)));
    } else if (which === SIGMOID) {
      gradient = f32x4.mul(gradient, f32x4.mul(value, f32x4.sub(one, value)));
    } else {
      return;
    }
    v128.store(gradients + at, gradient);
  }
}

/** What pads the channels must be 0, and the sigmoid of 0 is not. */
function clearPadding(layer: usize, values: usize, end: usize): void {
  const channels = outputChannels(layer) * 4;
  const pixel = outputPixel(layer);
  if (channels === pixel) return;
  for (let at = values; at < end; at += pixel) memory.fill(at + channels, 0, pixel - channels);
}

/**
 * tanh as a quotient of polynomials, x P(x²) / Q(x²), between -9.0109 and 9.0109, where float32 cannot tell it
 * from 1 any more. Wrong by 3.8e-7 of its value at most, three units in the last place.
 *
 * Source: fitted by tooling/oracle/engine/fit_tanh.py.
 */
function tanh(x: v128): v128 {
  const limit = f32x4.splat(9.0109);
  const one = f32x4.splat(1);
  const within = f32x4.pmax(f32x4.pmin(x, limit), f32x4.neg(limit));
  const square = f32x4.mul(within, within);
  let p = f32x4.splat(-8.459934e-14);
  p = next(p, square, 5.266935e-11);
  p = next(p, square, -2.0202709e-8);
  p = next(p, square, 1.1148824e-5);
  p = next(p, square, 3.1034355e-3);
  p = next(p, square, 0.13083544);
  p = next(p, square, 1);
  let q = f32x4.splat(2.5453849e-4);
  q = next(q, square, 0.024493108);
  q = next(q, square, 0.46416873);
  q = next(q, square, 1);
  const quotient = f32x4.div(f32x4.mul(within, p), q);
  return f32x4.pmax(f32x4.pmin(quotient, one), f32x4.neg(one));
}

/** One step of Horner's rule; never fused, so that both builds have the same functions. */
function next(sum: v128, square: v128, coefficient: f32): v128 {
  return f32x4.add(f32x4.mul(sum, square), f32x4.splat(coefficient));
}
