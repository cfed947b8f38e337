import { imageSize } from 'image-size';
import { MOST_BYTES, MOST_PIXELS } from './picture-limits';

const formats = ['png', 'jpg', 'webp', 'gif', 'bmp', 'avif', 'heif'];

/**
 * Looks at the first bytes of a picture, before anything decodes it.
 *
 * @returns what is wrong with it, as a sentence for the visitor; undefined where it may be decoded
 */
export function checkPicture(bytes: Uint8Array): string | undefined {
  if (bytes.length === 0) return 'The file is empty. Give a PNG, JPEG or WebP picture.';
  if (bytes.length > MOST_BYTES) {
    return `The file has ${megabytes(bytes.length)} MB; ${megabytes(MOST_BYTES)} MB are the most. Make the picture smaller.`;
  }
  // An SVG is a document with programs in it, not a picture of pixels.
  if (/^\s*(<\?xml|<!--|<!doctype svg|<svg)/i.test(new TextDecoder().decode(bytes.subarray(0, 500)))) {
    return 'This is an SVG, a document that can carry programs. Save it as PNG and give that.';
  }
  let size: ReturnType<typeof imageSize>;
  try {
    size = imageSize(bytes);
  } catch {
    return 'This is no picture that can be read here, or it is damaged. Give a PNG, JPEG or WebP picture.';
  }
  if (!formats.includes(size.type ?? '')) {
    return `Pictures of the kind "${size.type}" are not read. Save it as PNG, JPEG or WebP.`;
  }
  if (size.width * size.height > MOST_PIXELS) {
    return `The picture is ${size.width} by ${size.height} pixels, which would take ${megabytes(4 * size.width * size.height)} MB of memory; ${MOST_PIXELS / 1e6} million pixels are the most. Make it smaller.`;
  }
  return undefined;
}

function megabytes(bytes: number): number {
  return Math.round(bytes / 1e6);
}
