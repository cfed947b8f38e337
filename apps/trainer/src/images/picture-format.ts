/** What the first bytes of a file say that it is. */
export interface PictureFormat {
  /** For people. */
  readonly name: string;
  /** Whether it is read. */
  readonly isPicture: boolean;
}

const picture = (name: string): PictureFormat => ({ name, isPicture: true });
const other = (name: string): PictureFormat => ({ name, isPicture: false });

/** First bytes as characters, one a byte; `.` is any. */
const signatures: readonly (readonly [string, PictureFormat])[] = [
  ['\x89PNG\r\n\x1a\n', picture('PNG')],
  ['\xff\xd8\xff', picture('JPEG')],
  ['RIFF....WEBP', picture('WebP')],
  ['GIF8', other('GIF')],
  ['BM', other('BMP')],
  ['II*\0', other('TIFF')],
  ['MM\0*', other('TIFF')],
  ['%PDF', other('PDF')],
  ['PK\x03\x04', other('ZIP')],
  ['....ftypavif', other('AVIF')],
  ['....ftyp', other('HEIC or a film')],
];

/**
 * Tells pictures by their content. What is none of the formats never reaches their decoder, which would
 * also take vectors and documents.
 *
 * @param bytes the file, or its beginning: 256 bytes are enough
 */
export function pictureFormat(bytes: Uint8Array): PictureFormat {
  const beginning = (length: number) => String.fromCharCode(...bytes.subarray(0, length));
  const signs = beginning(12);
  const found = signatures.find(([signature]) =>
    [...signature].every((sign, index) => sign === '.' || sign === signs[index]),
  );
  if (found) return found[1];
  const start = beginning(256);
  if (/^(\xef\xbb\xbf)?\s*</.test(start)) return other(start.includes('<svg') ? 'SVG' : 'HTML or XML');
  return other(/^[\t\n\r\x20-\x7e]+$/.test(start) ? 'text' : 'unknown');
}
