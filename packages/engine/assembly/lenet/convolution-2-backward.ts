// Backward through the second convolution, for the winners of one filter, which saw the 5x5 pixels of pooled
// 1 around `where` and got the gradient g:
//
//     sums[ky][kx][map]             += g * pooled 1[where + ky rows][kx][map]
//     gradient of pooled 1[the same] += g * filter[ky][kx][map]
//
// Why it is fast: with the maps side by side, a row of the 5x5x6 pixels is 30 neighbouring numbers, 7.5
// vectors. The list (winner-list.ts) is walked once for each row of the filter, with the row's sums in
// registers all the way; likewise its weights for the gradient of pooled 1. The last two numbers of each row
// are half a vector: those of the five rows have a walk of their own, in the upper halves of 5 vectors.
//
// The list goes image by image down the rows of windows, columns in the outermost loop: neighbours in the
// list then seldom touch the same pixels, and no load waits for the store just before.

import { multiplyAdd } from '../shared/multiply-add';
import {
  FILTERS_2,
  LIST,
  POOLED_1,
  POOLED_1_BYTES,
  POOLED_1_GRADIENT,
  POOLED_2_BYTES,
  POOLED_2_GRADIENT,
  SUMS_2,
  SUMS_BIAS_2,
  WEIGHTS,
  WINNERS_2,
} from './memory-map';
import { appendWinner, sumOfGradients } from './winner-list';

/** Images whose winners make one list: longer lists keep sums in registers longer, shorter ones the cache. */
const LISTED: usize = 4;

/**
 * Makes the gradient of pooled 1 and adds to the sums of a shard.
 *
 * @param sums address of the shard's filter sums
 * @param count images in the chunk
 */
export function convolution2Backward(scratch: usize, sums: usize, count: usize): void {
  const list = scratch + LIST;
  memory.fill(scratch + POOLED_1_GRADIENT, 0, count * POOLED_1_BYTES);
  for (let first: usize = 0; first < count; first += LISTED) {
    const last = min(first + LISTED, count);
    for (let filter: usize = 0; filter < 16; filter++) {
      const end = listWinners(scratch, filter, first, last);
      const bias = sums + SUMS_BIAS_2 + filter * 4;
      store<f32>(bias, load<f32>(bias) + sumOfGradients(list, end));
      addRowEnds(list, end, sums + SUMS_2 + filter * 640);
      for (let row: usize = 0; row < 5; row++) {
        const at = (filter * 5 + row) * 128;
        addRow(list, end, row * 288, sums + SUMS_2 + at);
        spreadRow(list, end, row * 288 + (POOLED_1_GRADIENT - POOLED_1), WEIGHTS + FILTERS_2 + at);
      }
    }
  }
}

/** The list of a filter's winners, as addresses in pooled 1. */
function listWinners(scratch: usize, filter: usize, first: usize, last: usize): usize {
  let end = scratch + LIST;
  for (let x: usize = 0; x < 16; x += 4) {
    for (let image = first; image < last; image++) {
      const pooled = scratch + POOLED_1 + image * POOLED_1_BYTES;
      const at = scratch + image * POOLED_2_BYTES + filter * 64 + x;
      const winner = at + WINNERS_2;
      const gradient = at + POOLED_2_GRADIENT;
      end = appendWinner(end, pooled, winner, gradient);
      end = appendWinner(end, pooled, winner + 16, gradient + 16);
      end = appendWinner(end, pooled, winner + 32, gradient + 32);
      end = appendWinner(end, pooled, winner + 48, gradient + 48);
    }
  }
  return end;
}

/** Numbers 0 to 27 of one row of a filter's sums. */
function addRow(list: usize, end: usize, distance: usize, sums: usize): void {
  let s0 = v128.load(sums);
  let s1 = v128.load(sums, 16);
  let s2 = v128.load(sums, 32);
  let s3 = v128.load(sums, 48);
  let s4 = v128.load(sums, 64);
  let s5 = v128.load(sums, 80);
  let s6 = v128.load(sums, 96);
  for (let entry = list; entry < end; entry += 8) {
    const pixels = load<usize>(entry) + distance;
    const gradient = v128.load32_splat(entry, 4);
    s0 = multiplyAdd(gradient, v128.load(pixels), s0);
    s1 = multiplyAdd(gradient, v128.load(pixels, 16), s1);
    s2 = multiplyAdd(gradient, v128.load(pixels, 32), s2);
    s3 = multiplyAdd(gradient, v128.load(pixels, 48), s3);
    s4 = multiplyAdd(gradient, v128.load(pixels, 64), s4);
    s5 = multiplyAdd(gradient, v128.load(pixels, 80), s5);
    s6 = multiplyAdd(gradient, v128.load(pixels, 96), s6);
  }
  v128.store(sums, s0);
  v128.store(sums, s1, 16);
  v128.store(sums, s2, 32);
  v128.store(sums, s3, 48);
  v128.store(sums, s4, 64);
  v128.store(sums, s5, 80);
  v128.store(sums, s6, 96);
}

/** Numbers 28 and 29 of all five rows: the upper halves of the vectors that begin at 26. */
function addRowEnds(list: usize, end: usize, sums: usize): void {
  let s0 = v128.load(sums, 104);
  let s1 = v128.load(sums, 232);
  let s2 = v128.load(sums, 360);
  let s3 = v128.load(sums, 488);
  let s4 = v128.load(sums, 616);
  for (let entry = list; entry < end; entry += 8) {
    const pixels = load<usize>(entry);
    const gradient = v128.load32_splat(entry, 4);
    s0 = multiplyAdd(gradient, v128.load(pixels, 104), s0);
    s1 = multiplyAdd(gradient, v128.load(pixels, 392), s1);
    s2 = multiplyAdd(gradient, v128.load(pixels, 680), s2);
    s3 = multiplyAdd(gradient, v128.load(pixels, 968), s3);
    s4 = multiplyAdd(gradient, v128.load(pixels, 1256), s4);
  }
  v128.store64_lane(sums, s0, 1, 112);
  v128.store64_lane(sums, s1, 1, 240);
  v128.store64_lane(sums, s2, 1, 368);
  v128.store64_lane(sums, s3, 1, 496);
  v128.store64_lane(sums, s4, 1, 624);
}

/** Gives one row of a filter, times the gradient, to the gradient of the pixels that it saw. */
function spreadRow(list: usize, end: usize, distance: usize, weights: usize): void {
  const w0 = v128.load(weights);
  const w1 = v128.load(weights, 16);
  const w2 = v128.load(weights, 32);
  const w3 = v128.load(weights, 48);
  const w4 = v128.load(weights, 64);
  const w5 = v128.load(weights, 80);
  const w6 = v128.load(weights, 96);
  const w7 = v128.load(weights, 112);
  for (let entry = list; entry < end; entry += 8) {
    const to = load<usize>(entry) + distance;
    const gradient = v128.load32_splat(entry, 4);
    v128.store(to, multiplyAdd(gradient, w0, v128.load(to)));
    v128.store(to, multiplyAdd(gradient, w1, v128.load(to, 16)), 16);
    v128.store(to, multiplyAdd(gradient, w2, v128.load(to, 32)), 32);
    v128.store(to, multiplyAdd(gradient, w3, v128.load(to, 48)), 48);
    v128.store(to, multiplyAdd(gradient, w4, v128.load(to, 64)), 64);
    v128.store(to, multiplyAdd(gradient, w5, v128.load(to, 80)), 80);
    v128.store(to, multiplyAdd(gradient, w6, v128.load(to, 96)), 96);
    v128.store(to, multiplyAdd(gradient, w7, v128.load(to, 112)), 112);
  }
}
