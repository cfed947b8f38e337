import type { InkImage } from '@lenet/core/images';
import { drawMarks } from './draw-marks';
import { inkWidth } from './ink-width';
import { type Drawing, INK_SIDE } from './mark';

let context: CanvasRenderingContext2D | undefined;

/**
 * Draws everything for the network: uint8 `[280, 280]`, whatever colours the page shows, and with a pen as wide as fits
 * the size of what was drawn.
 */
export function inkOfDrawing(drawing: Drawing): InkImage {
  context ??= createContext();
  context.clearRect(0, 0, INK_SIDE, INK_SIDE);
  drawMarks(context, drawing, INK_SIDE, '#000', inkWidth(drawing));
  const rgba = context.getImageData(0, 0, INK_SIDE, INK_SIDE).data;
  // On a clear canvas opacity is ink.
  const pixels = new Uint8Array(INK_SIDE * INK_SIDE);
  for (let pixel = 0; pixel < pixels.length; pixel++) pixels[pixel] = rgba[pixel * 4 + 3];
  return { pixels, height: INK_SIDE, width: INK_SIDE };
}

function createContext(): CanvasRenderingContext2D {
  const canvas = document.createElement('canvas');
  canvas.width = INK_SIDE;
  canvas.height = INK_SIDE;
  return canvas.getContext('2d', { willReadFrequently: true })!;
}
