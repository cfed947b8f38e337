import type { InkImage } from '../../images/ink-image.js';
import type { DigitStrokes } from '../generate-strokes.js';

/**
 * Draws strokes as a canvas does: pieces with round ends, each pixel as dark as the share of its 4x4
 * points that is covered.
 *
 * @param side of the canvas, in pixels
 */
export function drawOnCanvas({ strokes, penWidth }: DigitStrokes, side: number): InkImage {
  const fine = 4 * side;
  const isInk = new Uint8Array(fine * fine);
  for (const stroke of strokes) {
    for (let index = 1; index < stroke.length; index++) {
      const [a, b] = [stroke[index - 1], stroke[index]];
      const radius = (fine * penWidth * b.pressure) / 2;
      const [ax, ay, bx, by] = [fine * a.x, fine * a.y, fine * b.x, fine * b.y];
      const length = (bx - ax) ** 2 + (by - ay) ** 2 || 1;
      for (let y = Math.floor(Math.min(ay, by) - radius); y <= Math.max(ay, by) + radius; y++) {
        for (let x = Math.floor(Math.min(ax, bx) - radius); x <= Math.max(ax, bx) + radius; x++) {
          const [px, py] = [x + 0.5 - ax, y + 0.5 - ay];
          const along = Math.max(0, Math.min(1, (px * (bx - ax) + py * (by - ay)) / length));
          const distance = (px - along * (bx - ax)) ** 2 + (py - along * (by - ay)) ** 2;
          if (distance <= radius * radius) isInk[y * fine + x] = 1;
        }
      }
    }
  }
  const pixels = new Uint8Array(side * side);
  isInk.forEach((ink, index) => {
    const [row, column] = [Math.floor(index / fine) >> 2, (index % fine) >> 2];
    pixels[row * side + column] += 15 * ink;
  });
  return { pixels: pixels.map((sum) => Math.round((sum * 255) / 240)), height: side, width: side };
}
