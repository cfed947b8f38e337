import type { InkImage } from '@lenet/core/images';
import type { Stroke } from './stroke';
import { traceStroke } from './trace-stroke';

/** Side in pixels: the same on every screen, so that the answer does not depend on the screen. */
const SIDE = 280;

let context: CanvasRenderingContext2D | undefined;

/** Draws the strokes for the network: uint8 `[280, 280]`, whatever colours the page shows. */
export function inkOfStrokes(strokes: readonly Stroke[]): InkImage {
  context ??= createContext();
  context.clearRect(0, 0, SIDE, SIDE);
  for (const stroke of strokes) traceStroke(context, stroke, SIDE);
  const rgba = context.getImageData(0, 0, SIDE, SIDE).data;
  // On a clear canvas opacity is ink.
  const pixels = Uint8Array.from({ length: SIDE * SIDE }, (_, pixel) => rgba[pixel * 4 + 3]);
  return { pixels, height: SIDE, width: SIDE };
}

function createContext(): CanvasRenderingContext2D {
  const canvas = document.createElement('canvas');
  canvas.width = SIDE;
  canvas.height = SIDE;
  return canvas.getContext('2d', { willReadFrequently: true })!;
}
