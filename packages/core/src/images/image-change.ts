import { philox4x32 } from '../random/philox.js';
import type { Augmentation } from './augmentation.js';

/** Knots of the warp along each axis. */
export const WARP_KNOTS = 4;

/** One drawn change of an image. The fields are written anew for each image, so that none costs memory. */
export interface ImageChange {
  /** Clockwise, in radians. */
  rotation: number;
  /** Factor: 1 keeps the size. */
  scale: number;
  /** Columns to the right for each row up. */
  shear: number;
  /** Columns to the right. */
  shiftX: number;
  /** Rows down. */
  shiftY: number;
  /** What the pen's width gains, in pixels. */
  strokeWidth: number;
  /** float64 `[4, 4, 2]`: knots from the top left to the bottom right, (x, y) in pixels of the source. */
  readonly warp: Float64Array;
}

/** A change that changes nothing. */
export function noChange(): ImageChange {
  const warp = new Float64Array(WARP_KNOTS * WARP_KNOTS * 2);
  return { rotation: 0, scale: 1, shear: 0, shiftX: 0, shiftY: 0, strokeWidth: 0, warp };
}

/** What `createKeyedRandom` makes of the purpose `augmentation`. */
const PURPOSE = 0xd6624905;
const RADIANS = Math.PI / 180;

/**
 * Draws a change from the numbers of the key (seed, purpose `augmentation`, epoch, item): block 0 gives
 * rotation, scale and the two shifts, block 1 shear and stroke width, blocks 2 to 5 one word for each
 * knot, x in its lower half and y in its upper. A limit of 0 leaves the other draws as they are.
 *
 * @param seed uint32
 * @param epoch uint32
 * @param item uint32: position of the image in its set
 * @param change overwritten
 */
export function drawChange(
  augmentation: Augmentation,
  seed: number,
  epoch: number,
  item: number,
  change: ImageChange,
): void {
  const { rotationDegrees = 0, scale = 0, shear = 0, shiftPixels = 0 } = augmentation;
  const { warpPixels = 0, strokeWidthPixels = 0 } = augmentation;
  const key = [seed, PURPOSE] as const;
  const affine = philox4x32([0, item, 0, epoch], key);
  change.rotation = rotationDegrees * RADIANS * uniform(affine[0], 32);
  change.scale = 1 + scale * uniform(affine[1], 32);
  change.shiftX = shiftPixels * uniform(affine[2], 32);
  change.shiftY = shiftPixels * uniform(affine[3], 32);
  if (shear > 0 || strokeWidthPixels > 0) {
    const pen = philox4x32([1, item, 0, epoch], key);
    change.shear = shear * uniform(pen[0], 32);
    change.strokeWidth = strokeWidthPixels * uniform(pen[1], 32);
  } else {
    change.shear = 0;
    change.strokeWidth = 0;
  }
  for (let row = 0; row < WARP_KNOTS; row++) {
    if (warpPixels === 0) {
      change.warp.fill(0);
      break;
    }
    const words = philox4x32([2 + row, item, 0, epoch], key);
    for (let column = 0; column < WARP_KNOTS; column++) {
      const knot = 2 * (row * WARP_KNOTS + column);
      change.warp[knot] = warpPixels * uniform(words[column] & 0xffff, 16);
      change.warp[knot + 1] = warpPixels * uniform(words[column] >>> 16, 16);
    }
  }
}

/** In (-1, 1), as often above 0 as below. */
function uniform(word: number, bits: 16 | 32): number {
  return (word + 0.5) / (bits === 16 ? 2 ** 15 : 2 ** 31) - 1;
}
