import { inkFromRgba, normalizeDigit } from '@lenet/core/images';
import sharp, { type Metadata, type Sharp } from 'sharp';
import { type DigitPicture, SIDE } from './digit-picture.js';
import { PictureError } from './picture-error.js';

const formats = ['png', 'jpeg', 'webp'];

/**
 * The digit in a PNG, JPEG or WebP picture of any size and colours.
 *
 * @param isAsIs whether it is 28x28 and light on black already; then its grey levels are taken
 * @throws {PictureError} when it is none of these formats, damaged, or not 28x28 when it should be
 */
export async function imagePicture(file: string, bytes: Uint8Array, isAsIs: boolean): Promise<DigitPicture> {
  if (!isAsIs) {
    const { data, width, height } = await decode(file, bytes, toRgba);
    const ink = inkFromRgba(data, width, height);
    return { file, pixels: normalizeDigit(ink) ?? new Uint8Array(SIDE * SIDE) };
  }
  const { pixels, width, height } = await greyPicture(file, bytes);
  if (width !== SIDE || height !== SIDE) {
    throw new PictureError({
      file,
      problem: `expected ${SIDE}x${SIDE} pixels, got ${width}x${height}`,
      remedy: 'Leave --as-is away, so that it is normalised.',
    });
  }
  return { file, pixels };
}

/**
 * The grey levels of a picture as they are; of colours their brightness by Rec. 601, and what is
 * transparent is background.
 *
 * @returns pixels uint8 `[height, width]`
 * @throws {PictureError} when it is none of the formats, or damaged
 */
export async function greyPicture(
  file: string,
  bytes: Uint8Array,
): Promise<{ pixels: Uint8Array; width: number; height: number }> {
  // Grey as it is read is half the work of colours, which counts in folders of ten thousands.
  const { data, width, height, isGrey } = await decode(file, bytes, (image, metadata) =>
    isPlainGrey(metadata) ? image.toColourspace('b-w') : toRgba(image),
  );
  return { pixels: isGrey ? new Uint8Array(data) : greyOf(data), width, height };
}

const toRgba = (image: Sharp) => image.autoOrient().toColourspace('srgb').ensureAlpha();

const isPlainGrey = ({ channels, space, hasProfile, orientation }: Metadata) =>
  channels === 1 && space === 'b-w' && !hasProfile && orientation === undefined;

/** @returns bytes `[height, width, channels]`, with one channel where `isGrey`, else with four */
async function decode(file: string, bytes: Uint8Array, prepare: (image: Sharp, metadata: Metadata) => Sharp) {
  try {
    const image = sharp(bytes, { failOn: 'error' });
    const metadata = await image.metadata();
    if (!formats.includes(metadata.format)) throw new Error(`its format is ${metadata.format}`);
    const { data, info } = await prepare(image, metadata).raw().toBuffer({ resolveWithObject: true });
    return { data, width: info.width, height: info.height, isGrey: info.channels === 1 };
  } catch (cause) {
    const reason = (cause as Error).message.split('\n')[0].replace(/\.$/, '');
    throw new PictureError({
      file,
      problem: `expected a PNG, JPEG, WebP or IDX file (${reason})`,
      remedy: 'Check the file, or convert it.',
      cause,
    });
  }
}

function greyOf(rgba: Uint8Array): Uint8Array {
  return Uint8Array.from({ length: rgba.length / 4 }, (_, pixel) => {
    const [red, green, blue, alpha] = rgba.subarray(pixel * 4, pixel * 4 + 4);
    return Math.round(((299 * red + 587 * green + 114 * blue) / 1000) * (alpha / 255));
  });
}
