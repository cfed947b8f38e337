// Backward through the first convolution, for the winners of one filter, which saw the 5x5 pixels around
// `where` and got the gradient g; the image itself needs no gradient:
//
//     sums[ky][kx] += g * image[where + ky rows + kx]
//
// Why it is fast: the 25 sums are held in 7 vectors all along the list (winner-list.ts):
//
//     0 0 0 0 5      0 to 4: four pixels of each row, from the image's rows
//     1 1 1 1 5      5: four pixels of the fifth column, from a transposed copy, where they are neighbours
//     2 2 2 2 5      6: the corner, in the first lane; what the others hold is not used
//     3 3 3 3 5
//     4 4 4 4 6

import { multiplyAdd } from '../shared/multiply-add';
import { transpose } from '../shared/transpose';
import {
  COLUMNS,
  IMAGE_BYTES,
  IMAGES,
  LIST,
  POOLED_1_BYTES,
  POOLED_1_GRADIENT,
  SUMS_1,
  WINNERS_1,
  WINNERS_1_BYTES,
} from './memory-map';
import { appendWinner, sumOfGradients } from './winner-list';

/**
 * Adds to the sums of a shard.
 *
 * @param sums address of the shard's filter sums
 * @param count images in the chunk
 */
export function convolution1Backward(scratch: usize, sums: usize, count: usize): void {
  const list = scratch + LIST;
  const transposed = scratch + COLUMNS;
  for (let image: usize = 0; image < count; image++) {
    const rows = scratch + IMAGES + image * IMAGE_BYTES;
    transpose(rows, 128, transposed, 128, 28, 28);
    for (let filter: usize = 0; filter < 6; filter++) {
      const end = listWinners(scratch, filter, image);
      addFilter(list, end, rows, transposed, sums + SUMS_1 + filter * 128);
    }
  }
}

/** The list of a filter's winners, as both distances in one (convolution-1.ts). */
function listWinners(scratch: usize, filter: usize, image: usize): usize {
  let end = scratch + LIST;
  let winner = scratch + WINNERS_1 + image * WINNERS_1_BYTES + filter * 576;
  let gradient = scratch + POOLED_1_GRADIENT + image * POOLED_1_BYTES + filter * 4;
  for (let four = 0; four < 36; four++) {
    end = appendWinner(end, 0, winner, gradient);
    end = appendWinner(end, 0, winner + 4, gradient + 24);
    end = appendWinner(end, 0, winner + 8, gradient + 48);
    end = appendWinner(end, 0, winner + 12, gradient + 72);
    winner += 16;
    gradient += 96;
  }
  return end;
}

function addFilter(list: usize, end: usize, rows: usize, transposed: usize, sums: usize): void {
  let s0 = v128.load(sums);
  let s1 = v128.load(sums, 16);
  let s2 = v128.load(sums, 32);
  let s3 = v128.load(sums, 48);
  let s4 = v128.load(sums, 64);
  let s5 = v128.load(sums, 80);
  let s6 = v128.load(sums, 96);
  for (let entry = list; entry < end; entry += 8) {
    const where = load<usize>(entry);
    const gradient = v128.load32_splat(entry, 4);
    const pixels = rows + (where & 0xffff);
    s0 = multiplyAdd(gradient, v128.load(pixels), s0);
    s1 = multiplyAdd(gradient, v128.load(pixels, 128), s1);
    s2 = multiplyAdd(gradient, v128.load(pixels, 256), s2);
    s3 = multiplyAdd(gradient, v128.load(pixels, 384), s3);
    s4 = multiplyAdd(gradient, v128.load(pixels, 512), s4);
    s5 = multiplyAdd(gradient, v128.load(transposed + (where >> 16), 512), s5);
    s6 = multiplyAdd(gradient, v128.load(pixels, 528), s6);
  }
  v128.store(sums, s0);
  v128.store(sums, s1, 16);
  v128.store(sums, s2, 32);
  v128.store(sums, s3, 48);
  v128.store(sums, s4, 64);
  v128.store(sums, s5, 80);
  v128.store(sums, s6, 96);
  store<f32>(sums, load<f32>(sums, 112) + sumOfGradients(list, end), 112);
}
