import { encodePalettePng } from './encode-palette-png.js';
import type { Pictures } from './pictures.js';

/** Many pictures in one PNG, which the page holds once and shows pieces of. */
export interface Sprite {
  /** Of its image in the page. */
  readonly id: string;
  /** PNG as data URI. */
  readonly href: string;
  /** Of the whole PNG. */
  readonly sheetWidth: number;
  readonly sheetHeight: number;
  /** Pictures in a row of it. */
  readonly columns: number;
  /** Of one picture. */
  readonly height: number;
  readonly width: number;
}

/** @param pictures one or more */
export function createSprite(id: string, pictures: Pictures): Sprite {
  const { count, height, width } = pictures;
  const columns = Math.ceil(Math.sqrt(count));
  const sheetWidth = columns * width;
  const sheetHeight = Math.ceil(count / columns) * height;
  const levels = new Uint8Array(sheetHeight * sheetWidth);
  for (let position = 0; position < count; position++) {
    const { x, y } = cornerOf({ columns, height, width }, position);
    for (let row = 0; row < height; row++) {
      const start = (position * height + row) * width;
      levels.set(pictures.levels.subarray(start, start + width), (y + row) * sheetWidth + x);
    }
  }
  const png = encodePalettePng({ levels, height: sheetHeight, width: sheetWidth }, pictures.palette);
  return { id, href: dataUri(png), sheetWidth, sheetHeight, columns, height, width };
}

/** The top left corner of a picture in its sprite. */
export function cornerOf(
  { columns, height, width }: Pick<Sprite, 'columns' | 'height' | 'width'>,
  position: number,
): { x: number; y: number } {
  return { x: (position % columns) * width, y: Math.floor(position / columns) * height };
}

/** Each picture as a PNG of its own in a data URI. */
export function pictureUris({ count, height, width, levels, palette }: Pictures): string[] {
  const size = height * width;
  return Array.from({ length: count }, (_, index) =>
    dataUri(
      encodePalettePng({ levels: levels.subarray(index * size, (index + 1) * size), height, width }, palette),
    ),
  );
}

function dataUri(png: Uint8Array): string {
  return `data:image/png;base64,${Buffer.from(png).toString('base64')}`;
}
