/** A pen's movement: `[x0, y0, x1, y1, …]`, in pixels. */
export type Line = readonly number[];

/**
 * Draws with a round pen.
 *
 * @param penWidth in pixels
 * @returns ink `0 … 1`, float32 `[side, side]`, with a grey edge of one pixel
 */
export function drawLines(lines: readonly Line[], penWidth: number, side: number): Float32Array {
  const squared = new Float32Array(side * side).fill(Infinity);
  const reach = (penWidth + 1) / 2;
  for (const line of lines) {
    for (let index = 2; index < line.length; index += 2) {
      lowerDistances(squared, side, reach, line[index - 2], line[index - 1], line[index], line[index + 1]);
    }
  }
  return squared.map((distance) => Math.max(0, Math.min(1, reach - Math.sqrt(distance))));
}

function lowerDistances(
  squared: Float32Array,
  side: number,
  reach: number,
  ax: number,
  ay: number,
  bx: number,
  by: number,
): void {
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  const within = (value: number) => Math.max(0, Math.min(side - 1, Math.round(value)));
  for (let row = within(Math.min(ay, by) - reach); row <= within(Math.max(ay, by) + reach); row++) {
    for (
      let column = within(Math.min(ax, bx) - reach);
      column <= within(Math.max(ax, bx) + reach);
      column++
    ) {
      const [px, py] = [column + 0.5 - ax, row + 0.5 - ay];
      const along = length === 0 ? 0 : Math.max(0, Math.min(1, (px * dx + py * dy) / length));
      const distance = (px - along * dx) ** 2 + (py - along * dy) ** 2;
      const pixel = row * side + column;
      if (distance < squared[pixel]) squared[pixel] = distance;
    }
  }
}
