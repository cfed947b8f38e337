// First convolution, 5x5 from 1 map of 28x28 to 6 of 24x24, with bias, relu and 2x2 max pooling in one go:
//
//     pooled[c][y][x] = relu(bias[c] + max over dy, dx in 0, 1 of
//                       sum over ky, kx of filter[c][ky][kx] * image[2y + dy + ky][2x + dx + kx])
//
// Why it is fast: the four lanes of a vector are four windows side by side, x to x + 3. A window has four
// pixels, and for two filters at once that makes eight sums, all in registers: bias, pooling and relu never
// touch memory. The pixels of four windows are two columns apart, which is why even and odd columns of the
// image lie apart (prepare-image.ts): pixel dx + kx of all four is then one load.
//
//     even columns  e0 e1 e2 e3 e4 ...     kx = 0: left pixels e0 e1 e2 e3, right pixels o0 o1 o2 o3
//     odd columns   o0 o1 o2 o3 o4 ...     kx = 1: left pixels o0 o1 o2 o3, right pixels e1 e2 e3 e4
//
// so the right pixels of one kx are the left ones of the next, and each is loaded once. The body of the loop
// over kx holds 8 sums, 4 pixels and 2 weights: 14 of the 16 vector registers. Unrolled it would spill.

import { multiplyAdd } from '../shared/multiply-add';
import { largestOf, winnerOf } from './max-pool';
import {
  BIAS_1,
  COLUMNS,
  MAPS,
  PACKED_1,
  POOLED_1,
  POOLED_1_BYTES,
  WEIGHTS,
  WINNERS_1,
  WINNERS_1_BYTES,
} from './memory-map';

// A winner is two distances in one int32, from the start of the image to its 5x5 pixels: in the lower half
// in the rows [28][32], in the upper half in the transposed [28 columns][32 rows]. -1: relu cut it off.
const RIGHT: i32 = 4 + (128 << 16);
const BELOW: i32 = 128 + (4 << 16);

/**
 * Reads the columns of the image at hand; writes pooled 1 as maps with even and odd columns apart for the second
 * convolution and, for the way back, the winners and pooled 1 as [12][12][6].
 *
 * @param image number of the image in the chunk
 * @param training whether there is a way back
 */
export function convolution1(scratch: usize, image: usize, training: bool): void {
  const pooled = scratch + POOLED_1 + image * POOLED_1_BYTES;
  const winners = scratch + WINNERS_1 + image * WINNERS_1_BYTES;
  for (let pair: usize = 0; pair < 3; pair++) {
    const bias = WEIGHTS + BIAS_1 + pair * 8;
    for (let y: usize = 0; y < 12; y++) {
      for (let x: usize = 0; x < 12; x += 4) {
        let a0 = f32x4.splat(0); // filter a of the pair, pixel 0 of the windows
        let a1 = a0;
        let a2 = a0;
        let a3 = a0;
        let b0 = a0;
        let b1 = a0;
        let b2 = a0;
        let b3 = a0;
        let weight = PACKED_1 + pair * 200;
        let row = scratch + COLUMNS + y * 256 + x * 4;
        for (let ky: usize = 0; ky < 5; ky++) {
          let upperLeft = v128.load(row);
          let lowerLeft = v128.load(row, 128);
          let next = row + 64;
          let afterNext = row + 4;
          for (let kx: usize = 0; kx < 5; kx++) {
            const upperRight = v128.load(next);
            const lowerRight = v128.load(next, 128);
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
          row += 128;
        }

        const zero = f32x4.splat(0);
        let a = largestOf(a0, a1, a2, a3);
        let b = largestOf(b0, b1, b2, b3);
        const biasA = v128.load32_splat(bias);
        const biasB = v128.load32_splat(bias, 4);
        if (TRAINS && training) {
          const corner = i32x4.add(
            i32x4.splat(<i32>(y * 256 + x * 8 + ((y * 8 + x * 256) << 16))),
            i32x4(0, 8 + (256 << 16), 16 + (512 << 16), 24 + (768 << 16)),
          );
          const winnerA = i32x4.add(corner, winnerOf(a, a0, a1, a2, RIGHT, BELOW));
          const winnerB = i32x4.add(corner, winnerOf(b, b0, b1, b2, RIGHT, BELOW));
          const winner = winners + pair * 1152 + y * 48 + x * 4;
          v128.store(winner, v128.or(winnerA, f32x4.le(f32x4.add(a, biasA), zero)));
          v128.store(winner, v128.or(winnerB, f32x4.le(f32x4.add(b, biasB), zero)), 576);
        }
        a = f32x4.pmax(f32x4.add(a, biasA), zero);
        b = f32x4.pmax(f32x4.add(b, biasB), zero);

        const map = scratch + MAPS + pair * 1536 + y * 64 + x * 2;
        const evenOddA = v128.shuffle<i32>(a, a, 0, 2, 1, 3);
        const evenOddB = v128.shuffle<i32>(b, b, 0, 2, 1, 3);
        v128.store64_lane(map, evenOddA, 0);
        v128.store64_lane(map, evenOddA, 1, 32);
        v128.store64_lane(map, evenOddB, 0, 768);
        v128.store64_lane(map, evenOddB, 1, 800);

        if (TRAINS && training) {
          const pixel = pooled + y * 288 + x * 24 + pair * 8;
          const lower = v128.shuffle<i32>(a, b, 0, 4, 1, 5);
          const upper = v128.shuffle<i32>(a, b, 2, 6, 3, 7);
          v128.store64_lane(pixel, lower, 0);
          v128.store64_lane(pixel, lower, 1, 24);
          v128.store64_lane(pixel, upper, 0, 48);
          v128.store64_lane(pixel, upper, 1, 72);
        }
      }
    }
  }
}
