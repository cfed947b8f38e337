import { type InkImage, type InkOptions, inkFromPhotograph } from '@lenet/core/images';
import { PictureError } from '../errors/picture-error.js';
import type { BitmapLike, BlobLike, CanvasLike, ColourPicture, InkPicture, Picture } from './picture.js';
import { readBlob } from './read-blob.js';
import { readDrawing } from './read-drawing.js';
import { requirePictureSize } from './require-picture-size.js';

/**
 * The ink of a picture of any kind. All but a Blob is read before the call returns, so what is drawn or written
 * later does not matter.
 *
 * @throws {PictureError} when it is none, or cannot be read here
 * @throws {InvalidArgumentError} when the polarity is unknown, or does not go with the picture
 */
export async function readInk(picture: Picture, options: InkOptions): Promise<InkImage> {
  if (isBlob(picture)) return findInk(await readBlob(picture), options);
  if (!hasSize(picture)) throw unknownPicture(picture);
  if ('pixels' in picture) {
    requirePictureSize(picture);
    requireInk(picture);
    return { ...picture, pixels: picture.pixels.slice() };
  }
  if ('data' in picture) {
    requirePictureSize(picture);
    return findInk(picture, options);
  }
  if (!isDrawing(picture)) throw unknownPicture(picture);
  requirePictureSize(picture);
  return findInk(readDrawing(picture), options);
}

function isBlob(picture: Picture): picture is BlobLike {
  const { arrayBuffer, size } = (picture ?? {}) as Partial<BlobLike>;
  // A Response has an arrayBuffer, too, and no size.
  return typeof arrayBuffer === 'function' && typeof size === 'number';
}

function hasSize(picture: Picture): picture is Exclude<Picture, BlobLike> {
  return typeof picture === 'object' && picture !== null && 'width' in picture && 'height' in picture;
}

function isDrawing(picture: CanvasLike | BitmapLike): boolean {
  const { getContext, close } = picture as Partial<CanvasLike & BitmapLike>;
  return typeof (getContext ?? close) === 'function';
}

function findInk(picture: ColourPicture, options: InkOptions): InkImage {
  const { data, width, height } = picture;
  const count = width * height;
  const kind = kindOf(data);
  if (kind !== 'Uint8Array' && kind !== 'Uint8ClampedArray') {
    throw new PictureError({
      problem: `expected "data" in a Uint8Array or Uint8ClampedArray, got ${kind}`,
      remedy: 'Give the colours as bytes, 0 to 255.',
    });
  }
  if (data.length !== 4 * count && data.length !== 3 * count && data.length !== count) {
    throw new PictureError({
      problem: `expected ${4 * count} bytes of "data" (RGBA), ${3 * count} (RGB) or ${count} (grey) for ${width}x${height}, got ${data.length}`,
      remedy: 'Give the decoded pixels, and their own width and height.',
    });
  }
  return inkFromPhotograph(data, width, height, options);
}

function requireInk({ pixels, width, height }: InkPicture): void {
  const kind = kindOf(pixels);
  if (kind !== 'Uint8Array' && kind !== 'Uint8ClampedArray' && kind !== 'Float32Array') {
    throw new PictureError({
      problem: `expected "pixels" in a Uint8Array, Uint8ClampedArray or Float32Array, got ${kind}`,
      remedy: 'Give the ink as bytes, 0 to 255, or as floats, 0 to 1.',
    });
  }
  if (pixels.length === width * height) return;
  throw new PictureError({
    problem: `expected ${width * height} "pixels" for ${width}x${height}, got ${pixels.length}`,
    remedy: 'Give one number for each pixel; colours belong in "data".',
  });
}

function unknownPicture(picture: unknown): PictureError {
  return new PictureError({
    problem: `expected ImageData, a canvas, an ImageBitmap, a Blob, { data, width, height } or { pixels, width, height }, got ${kindOf(picture)}`,
    remedy:
      'The bytes of a file have to be decoded first; of an image or video element, give await createImageBitmap(element); of a Response, await response.blob().',
  });
}

/** For people: `Uint8Array`, `HTMLImageElement`, `null`. */
function kindOf(value: unknown): string {
  return Object.prototype.toString
    .call(value)
    .slice(8, -1)
    .replace(/^Null$|^Undefined$/, (name) => name.toLowerCase());
}
