// Second convolution, 5x5 from 6 maps of 12x12 to 16 of 8x8, with bias, relu and 2x2 max pooling in one go;
// built like the first (convolution-1.ts), with a sum over the six maps around it:
//
//     pooled[c][y][x] = relu(bias[c] + max over dy, dx in 0, 1 of
//                       sum over map, ky, kx of filter[c][map][ky][kx] * maps[map][2y + dy + ky][2x + dx + kx])
//
// The four windows of a pooled row, x = 0 to 3, are the four lanes of a vector.

import { multiplyAdd } from '../shared/multiply-add';
import { largestOf, winnerOf } from './max-pool';
import { BIAS_2, MAPS, PACKED_2, POOLED_2_BYTES, WEIGHTS, WINNERS_2 } from './memory-map';

// A winner is the distance from the start of pooled 1, [12][12][6], to the 5x5 pixels that it saw.
const RIGHT: i32 = 24;
const BELOW: i32 = 288;

/**
 * Reads the maps of the image at hand; writes pooled 2, [16][4][4], and, for the way back, the winners.
 *
 * @param image number of the image in the chunk
 * @param pooled address of the image's row of pooled 2
 * @param training whether there is a way back
 */
export function convolution2(scratch: usize, image: usize, pooled: usize, training: bool): void {
  const winners = scratch + WINNERS_2 + image * POOLED_2_BYTES;
  for (let pair: usize = 0; pair < 8; pair++) {
    const bias = WEIGHTS + BIAS_2 + pair * 8;
    for (let y: usize = 0; y < 4; y++) {
      let a0 = f32x4.splat(0); // filter a of the pair, pixel 0 of the windows
      let a1 = a0;
      let a2 = a0;
      let a3 = a0;
      let b0 = a0;
      let b1 = a0;
      let b2 = a0;
      let b3 = a0;
      let weight = PACKED_2 + pair * 1200;
      let map = scratch + MAPS + y * 128;
      for (let from: usize = 0; from < 6; from++) {
        let row = map;
        for (let ky: usize = 0; ky < 5; ky++) {
          let upperLeft = v128.load(row);
          let lowerLeft = v128.load(row, 64);
          let next = row + 32;
          let afterNext = row + 4;
          for (let kx: usize = 0; kx < 5; kx++) {
            const upperRight = v128.load(next);
            const lowerRight = v128.load(next, 64);
            const a = v128.load32_splat(weight);
            const b = v128.load32_splat(weight, 4);
            a0 = multiplyAdd(upperLeft, a, a0);
            a1 = multiplyAdd(upperRight, a, a1);
            a2 = multiplyAdd(lowerLeft, a, a2);
            a3 = multiplyAdd(lowerRight, a, a3);
            b0 = multiplyAdd(upperLeft, b, b0);
            b1 = multiplyAdd(upperRight, b, b1);
            b2 = multiplyAdd(lowerLeft, b, b2);
            b3 = multiplyAdd(lowerRight, b, b3);
            upperLeft = upperRight;
            lowerLeft = lowerRight;
            weight += 8;
            const swap = next;
            next = afterNext;
            afterNext = swap + 4;
          }
          row += 64;
        }
        map += 768;
      }

      const zero = f32x4.splat(0);
      const a = largestOf(a0, a1, a2, a3);
      const b = largestOf(b0, b1, b2, b3);
      const biasA = v128.load32_splat(bias);
      const biasB = v128.load32_splat(bias, 4);
      const at = pair * 128 + y * 16;
      if (TRAINS && training) {
        const corner = i32x4.add(i32x4.splat(<i32>(y * 576)), i32x4(0, 48, 96, 144));
        const winnerA = i32x4.add(corner, winnerOf(a, a0, a1, a2, RIGHT, BELOW));
        const winnerB = i32x4.add(corner, winnerOf(b, b0, b1, b2, RIGHT, BELOW));
        v128.store(winners + at, v128.or(winnerA, f32x4.le(f32x4.add(a, biasA), zero)));
        v128.store(winners + at, v128.or(winnerB, f32x4.le(f32x4.add(b, biasB), zero)), 64);
      }
      v128.store(pooled + at, f32x4.pmax(f32x4.add(a, biasA), zero));
      v128.store(pooled + at, f32x4.pmax(f32x4.add(b, biasB), zero), 64);
    }
  }
}
