import { type InkImage, resampleImage } from '@lenet/core/images';

/** Room around the ink, as a part of the side. */
const MARGIN = 0.1;

/**
 * Puts the ink of a picture on a square paper, as large as fits with a margin, in its middle.
 *
 * @param ink uint8
 * @param side of the paper, in pixels
 * @returns uint8 `[side, side]`; undefined where there is no ink
 */
export function fitInk(ink: InkImage, side: number): Uint8Array | undefined {
  const box = findInk(ink);
  if (box === undefined) return undefined;
  const room = side * (1 - 2 * MARGIN);
  const scale = room / Math.max(box.width, box.height);
  const height = Math.max(1, Math.round(box.height * scale));
  const width = Math.max(1, Math.round(box.width * scale));
  const part = resampleImage(cut(ink, box), height, width);
  const paper = new Uint8Array(side * side);
  const top = Math.floor((side - height) / 2);
  const left = Math.floor((side - width) / 2);
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      paper[(top + row) * side + left + column] = part.pixels[row * width + column];
    }
  }
  return paper;
}

interface Box {
  readonly top: number;
  readonly left: number;
  readonly height: number;
  readonly width: number;
}

function findInk({ pixels, height, width }: InkImage): Box | undefined {
  let [top, left, bottom, right] = [height, width, -1, -1];
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      if (pixels[row * width + column] < 32) continue;
      top = Math.min(top, row);
      bottom = row;
      left = Math.min(left, column);
      right = Math.max(right, column);
    }
  }
  if (bottom < 0) return undefined;
  return { top, left, height: bottom - top + 1, width: right - left + 1 };
}

function cut({ pixels, width }: InkImage, box: Box): InkImage {
  const part = new Uint8Array(box.height * box.width);
  for (let row = 0; row < box.height; row++) {
    const start = (box.top + row) * width + box.left;
    part.set(pixels.subarray(start, start + box.width), row * box.width);
  }
  return { pixels: part, height: box.height, width: box.width };
}
