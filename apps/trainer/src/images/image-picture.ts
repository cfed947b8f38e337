import { inkFromRgba, normalizeDigit } from '@lenet/core/images';
import sharp from 'sharp';
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
  const { colours, width, height } = await decode(file, bytes);
  if (!isAsIs) {
    const ink = inkFromRgba(colours, width, height);
    return { file, pixels: normalizeDigit(ink) ?? new Uint8Array(SIDE * SIDE) };
  }
  if (width !== SIDE || height !== SIDE) {
    throw new PictureError({
      file,
      problem: `expected ${SIDE}x${SIDE} pixels, got ${width}x${height}`,
      remedy: 'Leave --as-is away, so that it is normalised.',
    });
  }
  return { file, pixels: greyOf(colours) };
}

async function decode(file: string, bytes: Uint8Array) {
  try {
    const image = sharp(bytes, { failOn: 'error' });
    const { format } = await image.metadata();
    if (!formats.includes(format)) throw new Error(`its format is ${format}`);
    const { data, info } = await image
      .autoOrient()
      .toColourspace('srgb')
      .ensureAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    return { colours: data, width: info.width, height: info.height };
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

/** Brightness by Rec. 601; what is transparent is background. */
function greyOf(rgba: Uint8Array): Uint8Array {
  return Uint8Array.from({ length: rgba.length / 4 }, (_, pixel) => {
    const [red, green, blue, alpha] = rgba.subarray(pixel * 4, pixel * 4 + 4);
    return Math.round(((299 * red + 587 * green + 114 * blue) / 1000) * (alpha / 255));
  });
}
