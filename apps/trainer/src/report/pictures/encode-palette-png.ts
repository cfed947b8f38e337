import { deflateSync } from 'node:zlib';

/** Red, green, blue and opacity, each 0 … 255. */
export type PaletteColour = readonly [red: number, green: number, blue: number, opacity: number];

/** A picture whose pixels are numbers of colours in a palette. */
export interface LevelPicture {
  /** uint8 `[height, width]` */
  readonly levels: Uint8Array;
  readonly height: number;
  readonly width: number;
}

const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);

/**
 * A PNG with a palette: half a byte a pixel for up to 16 colours, before compression, so that its size is
 * bounded whatever it shows.
 *
 * @param palette 1 to 256 colours
 *
 * Source: Portable Network Graphics Specification (Third Edition), W3C.
 */
export function encodePalettePng(picture: LevelPicture, palette: readonly PaletteColour[]): Uint8Array {
  const { levels, height, width } = picture;
  const depth = palette.length <= 16 ? 4 : 8;
  const rowBytes = Math.ceil((width * depth) / 8) + 1;
  // The first byte of each row says that it is not filtered.
  const rows = new Uint8Array(height * rowBytes);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const level = levels[y * width + x];
      const at = y * rowBytes + 1 + (depth === 8 ? x : x >> 1);
      rows[at] |= depth === 4 && x % 2 === 0 ? level << 4 : level;
    }
  }
  const header = new DataView(new ArrayBuffer(13));
  header.setUint32(0, width);
  header.setUint32(4, height);
  header.setUint8(8, depth);
  header.setUint8(9, 3);
  return Buffer.concat([
    signature,
    chunk('IHDR', new Uint8Array(header.buffer)),
    chunk('PLTE', Uint8Array.from(palette.flatMap((colour) => colour.slice(0, 3)))),
    chunk(
      'tRNS',
      Uint8Array.from(palette, ([, , , opacity]) => opacity),
    ),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', new Uint8Array()),
  ]);
}

function chunk(type: string, content: Uint8Array): Uint8Array {
  const bytes = Buffer.alloc(content.length + 12);
  bytes.writeUInt32BE(content.length, 0);
  bytes.write(type, 4, 'latin1');
  bytes.set(content, 8);
  bytes.writeUInt32BE(crc32(bytes.subarray(4, 8 + content.length)), 8 + content.length);
  return bytes;
}

/** Node has it from 20.15 on. */
function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}
