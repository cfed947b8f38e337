import { type InkImage, inkFromPhotograph, normalizeDigit } from '@lenet/core/images';
import sharp, { type Metadata, type Sharp } from 'sharp';
import { type DigitPicture, SIDE } from './digit-picture.js';
import { PictureError } from './picture-error.js';
import { pictureFormat } from './picture-format.js';

/** Every file is read once, so that nothing kept is ever used again. */
sharp.cache(false);

/** Some formats are unpacked into memory whole: four bytes a pixel. */
const MOST_PIXELS = 500_000_000;
/**
 * Longer sides are made smaller before the ink is found, as a digit becomes 20 pixels high in the end: a
 * photograph of 12 megapixels takes a tenth of the time so, and memory does not grow with the picture.
 */
const LONGEST_SIDE = 1024;

/**
 * The digit in a PNG, JPEG or WebP picture of any size and colours; of an animation its first frame.
 *
 * @param isAsIs whether it is 28x28 and light on black already; then its grey levels are taken
 * @throws {PictureError} when it is none of these formats, damaged, or not 28x28 when it should be
 */
export async function imagePicture(file: string, bytes: Uint8Array, isAsIs: boolean): Promise<DigitPicture> {
  if (!isAsIs) {
    const { ink } = await imageInk(file, bytes);
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
 * The ink of a PNG, JPEG or WebP picture of any size and colours; of an animation of its first frame.
 *
 * @returns also pixels of the picture in one of the ink, as large pictures are made smaller
 * @throws {PictureError} when it is none of these formats, or damaged
 */
export async function imageInk(file: string, bytes: Uint8Array): Promise<{ ink: InkImage; scale: number }> {
  let longest = 0;
  const { data, width, height } = await decode(file, bytes, (image, metadata) => {
    longest = Math.max(metadata.width, metadata.height);
    return shrunk(isPlainGrey(metadata) ? image.toColourspace('b-w') : toColours(image, metadata), metadata);
  });
  return { ink: inkFromPhotograph(data, width, height), scale: longest / Math.max(width, height) };
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
  const { data, width, height, channels } = await decode(file, bytes, (image, metadata) =>
    isPlainGrey(metadata) ? image.toColourspace('b-w') : toColours(image, metadata).ensureAlpha(),
  );
  return { pixels: channels === 1 ? new Uint8Array(data) : greyOf(data), width, height };
}

/** Grey as it is read is a third of the work of colours, which counts in folders of ten thousands. */
const isPlainGrey = ({ channels, space, hasProfile, orientation }: Metadata) =>
  channels === 1 && space === 'b-w' && !hasProfile && orientation === undefined;

function toColours(image: Sharp, { hasAlpha }: Metadata): Sharp {
  const colours = image.autoOrient().toColourspace('srgb');
  return hasAlpha ? colours.ensureAlpha() : colours;
}

/** Without the halos around strokes that sharper kernels make. */
function shrunk(image: Sharp, { width, height }: Metadata): Sharp {
  if (Math.max(width, height) <= LONGEST_SIDE) return image;
  return image.resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: 'inside', kernel: 'linear' });
}

/** @returns bytes `[height, width, channels]` */
async function decode(file: string, bytes: Uint8Array, prepare: (image: Sharp, metadata: Metadata) => Sharp) {
  const { name, isPicture } = pictureFormat(bytes);
  if (!isPicture) throw wrongFormat(file, `its format is ${name}`);
  try {
    const image = sharp(bytes, { failOn: 'error', limitInputPixels: false });
    const metadata = await image.metadata();
    const { width, height } = metadata;
    if (width * height > MOST_PIXELS) throw tooLarge(file, width, height);
    const { data, info } = await prepare(image, metadata).raw().toBuffer({ resolveWithObject: true });
    return { data, ...info };
  } catch (cause) {
    if (cause instanceof PictureError) throw cause;
    throw wrongFormat(file, (cause as Error).message.split('\n')[0].replace(/\.$/, ''), cause);
  }
}

function tooLarge(file: string, width: number, height: number): PictureError {
  return new PictureError({
    file,
    problem: `expected at most ${MOST_PIXELS} pixels, got ${width}x${height}`,
    remedy: 'Make it smaller.',
  });
}

function wrongFormat(file: string, reason: string, cause?: unknown): PictureError {
  return new PictureError({
    file,
    problem: `expected a PNG, JPEG, WebP or IDX file (${reason})`,
    remedy: 'Check the file, or convert it.',
    cause,
  });
}

function greyOf(rgba: Uint8Array): Uint8Array {
  return Uint8Array.from({ length: rgba.length / 4 }, (_, pixel) => {
    const [red, green, blue, alpha] = rgba.subarray(pixel * 4, pixel * 4 + 4);
    return Math.round(((299 * red + 587 * green + 114 * blue) / 1000) * (alpha / 255));
  });
}
