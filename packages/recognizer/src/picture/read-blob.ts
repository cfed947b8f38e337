import { PictureError } from '../errors/picture-error.js';
import type { BitmapLike, BlobLike, ColourPicture } from './picture.js';
import { readDrawing } from './read-drawing.js';
import { requirePictureSize } from './require-picture-size.js';

/**
 * Decodes a picture with what the browser has for it.
 *
 * @throws {PictureError} when the host decodes no pictures, or not this one
 */
export async function readBlob(blob: BlobLike): Promise<ColourPicture> {
  if (typeof createImageBitmap !== 'function') {
    throw new PictureError({
      problem: 'expected a host that decodes a Blob, got one without createImageBitmap, as Node is',
      remedy:
        'Decode it first, with sharp: const { data, info } = await sharp(Buffer.from(await blob.arrayBuffer())).raw().toBuffer({ resolveWithObject: true }), and give { data, width: info.width, height: info.height }.',
    });
  }
  let bitmap: BitmapLike;
  try {
    bitmap = await createImageBitmap(blob as Blob);
  } catch (cause) {
    throw new PictureError({
      problem: `expected a Blob that this browser can decode, got ${blob.size} bytes of type "${blob.type}"`,
      remedy: 'Give a whole PNG, JPEG or WebP file.',
      cause,
    });
  }
  try {
    requirePictureSize(bitmap);
    return readDrawing(bitmap);
  } finally {
    bitmap.close();
  }
}
