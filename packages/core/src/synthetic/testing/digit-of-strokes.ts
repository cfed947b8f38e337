import type { DrawnDigit } from '../draw-digit.js';
import type { DigitStrokes } from '../generate-strokes.js';

/** Strokes as the renderer takes them. */
export function digitOfStrokes({ strokes, penWidth }: DigitStrokes): DrawnDigit {
  const edges = strokes.flatMap((stroke) =>
    stroke.slice(1).flatMap(({ x, y, pressure }, index) => {
      const radius = (penWidth * pressure) / 2;
      const from = stroke[index];
      return [
        { x: Math.min(x, from.x) - radius, y: Math.min(y, from.y) - radius },
        { x: Math.max(x, from.x) + radius, y: Math.max(y, from.y) + radius },
      ];
    }),
  );
  return {
    paths: strokes.map((stroke) => stroke.flatMap(({ x, y }) => [x, y])),
    widths: strokes.map((stroke) => stroke.map(({ pressure }) => pressure)),
    penWidth,
    bounds: {
      left: Math.min(...edges.map(({ x }) => x)),
      top: Math.min(...edges.map(({ y }) => y)),
      right: Math.max(...edges.map(({ x }) => x)),
      bottom: Math.max(...edges.map(({ y }) => y)),
    },
  };
}
