// What images of 28x28 look like after a scan of few dots: for tests that are not to refuse coarse scans of digits.
import { type ClassifierImages, createKeyedRandom } from '@lenet/core';
import { augmentImage, inkFromPhotograph, normalizeDigit, resampleImage } from '@lenet/core/images';

/** Rows of pixels of the scans. */
const LEAST_ROWS = 8;
const MOST_ROWS = 16;
/** Most pixels of paper around the digit. */
const MOST_MARGIN = 2;
/** Half of the scans are enlarged, bilinearly, by this factor. */
const ENLARGEMENT = 4;
/** How much thinner or thicker the pens are, at most, in pixels of the images. */
const STROKE_WIDTH_PIXELS = 1.5;

/**
 * Scans each image at 8 to 16 rows, written with a thinner or thicker pen, and normalises what is found in the scan as
 * `lenet predict` does.
 *
 * @param images uint8 `[count, height, width]`
 * @param seed uint32; an image depends on its place as well
 * @returns those in which ink is found, in order
 */
export function scanCoarsely(
  { pixels, count, height, width }: ClassifierImages,
  seed: number,
): ClassifierImages {
  const size = height * width;
  const found: Uint8Array[] = [];
  for (let item = 0; item < count; item++) {
    const image = { pixels: pixels.subarray(item * size, (item + 1) * size), height, width };
    const scanned = scanOne(image, seed, item);
    if (scanned) found.push(scanned);
  }
  const scans = new Uint8Array(found.length * size);
  for (const [index, image] of found.entries()) scans.set(image, index * size);
  return { pixels: scans, count: found.length, height, width };
}

/** @returns null where no ink is found in the scan */
function scanOne(
  image: { readonly pixels: Uint8Array; readonly height: number; readonly width: number },
  seed: number,
  item: number,
): Uint8Array | null {
  const random = createKeyedRandom({ seed, purpose: 'coarse-scan', item });
  const key = { seed, epoch: 0, index: item };
  const pixels = augmentImage(image, { strokeWidthPixels: STROKE_WIDTH_PIXELS }, key);
  const rows = LEAST_ROWS + random.nextBelow(MOST_ROWS - LEAST_ROWS + 1);
  const size = rows + 2 * random.nextBelow(MOST_MARGIN + 1);
  const scan = normalizeDigit({ ...image, pixels }, { size, digitSize: rows });
  if (scan === null) return null;
  const shown = size * (random.nextBelow(2) === 0 ? 1 : ENLARGEMENT);
  const { pixels: ink } = resampleImage({ pixels: scan, height: size, width: size }, shown, shown);
  const paper = Uint8Array.from(ink, (value) => 255 - value);
  return normalizeDigit(inkFromPhotograph(paper, shown, shown));
}
