// Dropout: values are multiplied by a mask of 0 and 1 / (1 - rate). Each takes 16 bits of the random numbers of its
// image, layer and epoch, the lower half of a word before the upper one, in the order of the values without
// padding: the very masks of dropoutMask in @lenet/core.
//
// Source: Salmon, Moraes, Dror, Shaw, "Parallel Random Numbers: As Easy as 1, 2, 3", SC 2011, section 4.3.
import { epoch, index, seed } from '../shared/request';
import {
  dropLimit,
  keptFactor,
  outputChannels,
  outputHeight,
  outputPixel,
  outputWidth,
  purposeKey,
} from './program';

/**
 * Draws the mask of an image.
 *
 * @param image its number in the batch
 */
export function drawMask(layer: usize, image: usize, mask: usize): void {
  const item = load<u32>(index(image));
  const channels = outputChannels(layer) * 4;
  const pixel = outputPixel(layer);
  const lastPixel = mask + outputHeight(layer) * outputWidth(layer) * pixel;
  const limit = dropLimit(layer);
  const kept = keptFactor(layer);
  let start = mask;
  let at = mask;
  for (let block: u32 = 0; start < lastPixel; block++) {
    philox(block, item, epoch(), seed(), purposeKey(layer));
    for (let draw = 0; draw < 8 && start < lastPixel; draw++) {
      const bits = <u32>(draw < 4 ? lowerWords : upperWords) & 0xffff;
      if (draw < 4) lowerWords >>= 16;
      else upperWords >>= 16;
      store<f32>(at, bits < limit ? 0 : kept);
      at += 4;
      if (at === start + channels) {
        start += pixel;
        at = start;
      }
    }
  }
}

// The four words that philox made last, two and two. A thread has an instance, and so variables, of its own.
let lowerWords: u64 = 0;
let upperWords: u64 = 0;

/** Philox 4x32 with 10 rounds, for the counter (block, item, 0, epoch) and the key (seed, purpose). */
function philox(block: u32, item: u32, epoch: u32, seed: u32, purpose: u32): void {
  let c0 = block;
  let c1 = item;
  let c2: u32 = 0;
  let c3 = epoch;
  let k0 = seed;
  let k1 = purpose;
  for (let round = 0; round < 10; round++) {
    const product0 = <u64>0xd2511f53 * <u64>c0;
    const product1 = <u64>0xcd9e8d57 * <u64>c2;
    c0 = <u32>(product1 >> 32) ^ c1 ^ k0;
    c1 = <u32>product1;
    c2 = <u32>(product0 >> 32) ^ c3 ^ k1;
    c3 = <u32>product0;
    k0 += 0x9e3779b9;
    k1 += 0xbb67ae85;
  }
  lowerWords = <u64>c0 | ((<u64>c1) << 32);
  upperWords = <u64>c2 | ((<u64>c3) << 32);
}

/** `to = from * mask`. */
export function multiplyByMask(from: usize, mask: usize, to: usize, bytes: usize): void {
  for (let at: usize = 0; at < bytes; at += 16) {
    v128.store(to + at, f32x4.mul(v128.load(from + at), v128.load(mask + at)));
  }
}
