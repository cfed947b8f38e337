import { createLabelledImages, type LabelledImages } from '../data/labelled-images.js';
import { InvalidArgumentError } from '../errors/invalid-argument-error.js';
import { requireInteger } from '../errors/require-argument.js';
import { createKeyedRandom, type KeyedRandom } from '../random/keyed-random.js';
import { stylesWithout } from './choose-styles.js';
import { chooseStyle, drawDigit, randomFor, type SyntheticSplit } from './draw-digit.js';
import { renderDigit } from './render-digit.js';
import { requireSplit } from './require-split.js';

/** Width of the grey edge of the ink, in pixels: 1 where a drawing is sharp; a scan may be anything. */
const SHARP_PROBABILITY = 0.5;
const LEAST_SOFTNESS = 0.7;
const MOST_SOFTNESS = 1.9;
/** How often a digit comes from a scan that is coarser than the image, and its rows of pixels. */
const COARSE_PROBABILITY = 0.18;
const LEAST_RASTER = 8;
const MOST_RASTER = 16;

/**
 * Digits as strokes of a pen in the styles of many people, normalised as MNIST's were. They stand in
 * for MNIST where it cannot be had, and show a network ways of writing that MNIST does not.
 *
 * The same options give the same bytes in every JavaScript engine. An image depends on its seed,
 * split, size and place only: a larger `count` gives the same images and then more.
 *
 * @param options.first place of the first image, a multiple of 10: so that a set can be made in parts.
 *   @default 0
 * @param options.count number of images. Each ten in a row hold every digit once, in a drawn order, so
 *   that the counts of two classes differ by one at most
 * @param options.seed uint32
 * @param options.split `training` or `test`: two sets of one seed that share no draw.
 *   @default 'training'
 * @param options.size rows and columns of an image, in pixels, `14 … 256`. @default 28
 * @param options.without families of styles (`DigitStyle.family`) that are not drawn. @default none
 * @returns pixels uint8 `[count, size, size]`, labels uint8 `[count]`
 * @throws {InvalidArgumentError} when an option is outside its range
 * @example
 * const training = generateDigits({ count: 60_000, seed: 1 });
 * const test = generateDigits({ count: 10_000, seed: 1, split: 'test' });
 */
export function generateDigits(options: {
  first?: number;
  count: number;
  seed: number;
  split?: SyntheticSplit;
  size?: number;
  without?: readonly string[];
}): LabelledImages {
  const { first = 0, count, seed, split = 'training', size = 28, without = [] } = options;
  requireInteger('first', first, 0, 0xffffffff);
  if (first % 10 !== 0) {
    throw new InvalidArgumentError({
      argument: 'first',
      received: first,
      message: `Argument "first": expected a multiple of 10, got ${first}. Each ten images in a row hold every digit once.`,
    });
  }
  requireInteger('count', count, 0, 0xffffffff);
  requireInteger('seed', seed, 0, 0xffffffff);
  requireInteger('size', size, 14, 256);
  requireSplit(split);

  const styles = stylesWithout(without);
  const labels = drawLabels(first, count, seed, split);
  const pixels = new Uint8Array(count * size * size);
  for (let index = 0; index < count; index++) {
    const key = { seed, split, item: first + index };
    const style = chooseStyle(styles[labels[index]], randomFor('style', key).nextUniform());
    const image = pixels.subarray(index * size * size, (index + 1) * size * size);
    const scan = randomFor('scan', key);
    renderDigit(drawDigit(style, key), drawSoftness(scan), image, size, drawRaster(scan));
  }
  return createLabelledImages({ pixels, labels, height: size, width: size });
}

function drawSoftness(random: KeyedRandom): number {
  if (random.nextUniform() < SHARP_PROBABILITY) return 1;
  return LEAST_SOFTNESS + random.nextUniform() * (MOST_SOFTNESS - LEAST_SOFTNESS);
}

/** Rows of a coarse scan, or `undefined`. */
function drawRaster(random: KeyedRandom): number | undefined {
  if (random.nextUniform() >= COARSE_PROBABILITY) return undefined;
  return LEAST_RASTER + random.nextBelow(MOST_RASTER - LEAST_RASTER + 1);
}

/** Shuffles the ten digits anew for each ten items. */
function drawLabels(first: number, count: number, seed: number, split: SyntheticSplit): Uint8Array {
  const labels = new Uint8Array(count);
  for (let start = 0; start < count; start += 10) {
    const random = createKeyedRandom({ seed, purpose: `synthetic/${split}/labels`, item: first + start });
    const digits = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
    for (let last = 9; last > 0; last--) {
      const other = random.nextBelow(last + 1);
      [digits[last], digits[other]] = [digits[other], digits[last]];
    }
    labels.set(digits.slice(0, count - start), start);
  }
  return labels;
}
