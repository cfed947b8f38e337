import { type Point, pressedWidth, type Stroke } from './stroke';

/** What tracing needs of a 2-D canvas context. */
export type Pen = Pick<
  CanvasRenderingContext2D,
  'beginPath' | 'moveTo' | 'lineTo' | 'quadraticCurveTo' | 'stroke' | 'lineWidth' | 'lineCap' | 'lineJoin'
>;

/** In pixels: too short to be seen, long enough to be drawn. */
const DOT_LENGTH = 0.01;

/**
 * Draws a stroke as one smooth line: a curve through the middles of its segments, with its points as
 * control points. A single point becomes a dot. Where the pen told its pressure, the width follows it.
 *
 * @param size side of the drawing, in pixels of the context
 * @param width of the pen, as a part of the side
 */
export function traceStroke(pen: Pen, stroke: Stroke, size: number, width: number): void {
  const last = stroke.length - 1;
  const hasPressure = stroke.some(({ pressure }) => pressure !== undefined);
  const at = (index: number) => scale(stroke[index], size);
  pen.lineCap = 'round';
  pen.lineJoin = 'round';
  begin(pen, stroke[0], at(0), width * size);
  for (let index = 1; index < last; index++) {
    const control = at(index);
    const middle = between(control, at(index + 1));
    pen.quadraticCurveTo(control.x, control.y, middle.x, middle.y);
    if (!hasPressure) continue;
    pen.stroke();
    begin(pen, stroke[index], middle, width * size);
  }
  // Browsers draw nothing at all for a line of no length, round caps or not; a pen may also rest where it is.
  pen.lineTo(at(last).x + DOT_LENGTH, at(last).y);
  pen.stroke();
}

function begin(pen: Pen, point: Point, start: Point, width: number): void {
  pen.lineWidth = pressedWidth(point) * width;
  pen.beginPath();
  pen.moveTo(start.x, start.y);
}

function scale({ x, y }: Point, size: number): Point {
  return { x: x * size, y: y * size };
}

function between(a: Point, b: Point): Point {
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
}
