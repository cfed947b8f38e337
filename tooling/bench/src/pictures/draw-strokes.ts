/** A place that the pen passes. */
export interface PenPoint {
  readonly x: number;
  readonly y: number;
}

/** A grey picture, `[height, width]`, in floats. */
export interface Grey {
  readonly pixels: Float32Array;
  readonly width: number;
  readonly height: number;
}

/**
 * Draws with a round pen.
 *
 * @param strokes points in pixels
 * @param penWidth in pixels
 * @returns ink `0 … 1`, with a grey edge of one pixel
 */
export function drawStrokes(
  strokes: readonly (readonly PenPoint[])[],
  penWidth: number,
  width: number,
  height: number,
): Grey {
  const squared = new Float32Array(width * height).fill(Infinity);
  const reach = (penWidth + 1) / 2;
  const within = (value: number, most: number) => Math.max(0, Math.min(most, Math.round(value)));
  for (const stroke of strokes) {
    for (let index = 1; index < stroke.length; index++) {
      const [a, b] = [stroke[index - 1], stroke[index]];
      const [dx, dy] = [b.x - a.x, b.y - a.y];
      const length = dx * dx + dy * dy;
      const bottom = within(Math.max(a.y, b.y) + reach, height - 1);
      const right = within(Math.max(a.x, b.x) + reach, width - 1);
      for (let row = within(Math.min(a.y, b.y) - reach, height - 1); row <= bottom; row++) {
        for (let column = within(Math.min(a.x, b.x) - reach, width - 1); column <= right; column++) {
          const [px, py] = [column + 0.5 - a.x, row + 0.5 - a.y];
          const along = length === 0 ? 0 : Math.max(0, Math.min(1, (px * dx + py * dy) / length));
          const distance = (px - along * dx) ** 2 + (py - along * dy) ** 2;
          const pixel = row * width + column;
          if (distance < squared[pixel]) squared[pixel] = distance;
        }
      }
    }
  }
  const pixels = squared.map((distance) => Math.max(0, Math.min(1, reach - Math.sqrt(distance))));
  return { pixels, width, height };
}

/**
 * Strokes so large that the longer side of their middle line is `side` pixels, their middle at a place.
 *
 * @param side in pixels
 */
export function placeStrokes(
  strokes: readonly (readonly PenPoint[])[],
  side: number,
  centreX: number,
  centreY: number,
): PenPoint[][] {
  const points = strokes.flat();
  const [left, right] = [Math.min(...points.map(({ x }) => x)), Math.max(...points.map(({ x }) => x))];
  const [top, bottom] = [Math.min(...points.map(({ y }) => y)), Math.max(...points.map(({ y }) => y))];
  const scale = side / Math.max(right - left, bottom - top, 1e-6);
  return strokes.map((stroke) =>
    stroke.map(({ x, y }) => ({
      x: (x - (left + right) / 2) * scale + centreX,
      y: (y - (top + bottom) / 2) * scale + centreY,
    })),
  );
}
