import sharp from 'sharp';
import type { GreyImage } from './terminal-image.js';

/** Larger pictures are shown pixel by pixel. */
const SMALLEST_SIDE = 112;
const GAP = 8;
const GAP_GREY = 96;

/**
 * Images of one size as one PNG, read from left to right, enlarged by a whole number where they are small.
 *
 * @param columns images in a row. @default as many as make it about square
 */
export async function pngGrid(
  images: readonly GreyImage[],
  columns = Math.ceil(Math.sqrt(images.length)),
): Promise<Uint8Array> {
  const { height, width } = images[0];
  const factor = Math.max(1, Math.floor(SMALLEST_SIDE / Math.max(height, width)));
  const rows = Math.ceil(images.length / columns);
  const [stepX, stepY] = [width * factor + GAP, height * factor + GAP];
  const [gridWidth, gridHeight] = [columns * stepX + GAP, rows * stepY + GAP];
  const grid = new Uint8Array(gridHeight * gridWidth).fill(GAP_GREY);
  for (const [index, { pixels }] of images.entries()) {
    const left = (index % columns) * stepX + GAP;
    const top = Math.floor(index / columns) * stepY + GAP;
    for (let y = 0; y < height * factor; y++) {
      for (let x = 0; x < width * factor; x++) {
        const source = Math.floor(y / factor) * width + Math.floor(x / factor);
        grid[(top + y) * gridWidth + left + x] = pixels[source];
      }
    }
  }
  return sharp(grid, { raw: { width: gridWidth, height: gridHeight, channels: 1 } })
    .toColourspace('b-w')
    .png()
    .toBuffer();
}
