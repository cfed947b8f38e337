import type { ControlPoint } from './parse-stroke.js';

/** Length of the pieces that a curve is cut into, in units of the square. */
const PIECE_LENGTH = 0.05;

/**
 * The Catmull-Rom curve through the points, cut at sharp corners, as a line of short pieces.
 *
 * @param points two or more
 * @returns `[x0, y0, x1, y1, …]`, from the first point to the last
 */
export function smoothPath(points: readonly ControlPoint[]): number[] {
  const path = [points[0].x, points[0].y];
  let start = 0;
  for (let end = 1; end < points.length; end++) {
    if (!points[end].corner && end < points.length - 1) continue;
    for (let index = start; index < end; index++) {
      const from = points[index];
      const to = points[index + 1];
      const before = index > start ? points[index - 1] : mirror(to, from);
      const after = index + 1 < end ? points[index + 2] : mirror(from, to);
      appendPiece(path, before, from, to, after);
    }
    start = end;
  }
  return path;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** `point` seen from the other side of `centre`: an end without a bend of its own. */
function mirror(point: Point, centre: Point): Point {
  return { x: 2 * centre.x - point.x, y: 2 * centre.y - point.y };
}

function appendPiece(path: number[], before: Point, from: Point, to: Point, after: Point): void {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const length = Math.sqrt(dx * dx + dy * dy);
  const count = Math.max(1, Math.round(length / PIECE_LENGTH));
  for (let step = 1; step <= count; step++) {
    const t = step / count;
    path.push(catmullRom(t, before.x, from.x, to.x, after.x), catmullRom(t, before.y, from.y, to.y, after.y));
  }
}

function catmullRom(t: number, before: number, from: number, to: number, after: number): number {
  const linear = to - before;
  const square = 2 * before - 5 * from + 4 * to - after;
  const cube = 3 * (from - to) + after - before;
  return from + 0.5 * t * (linear + t * (square + t * cube));
}
