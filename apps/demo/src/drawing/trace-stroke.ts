import { PEN_WIDTH, type Stroke } from './stroke';

/** What tracing needs of a 2-D canvas context. */
export type Pen = Pick<
  CanvasRenderingContext2D,
  'beginPath' | 'moveTo' | 'lineTo' | 'quadraticCurveTo' | 'stroke' | 'lineWidth' | 'lineCap' | 'lineJoin'
>;

/**
 * Draws a stroke as one smooth line: a curve through the middles of its segments, with its points as
 * control points. A single point becomes a dot.
 *
 * @param size side of the drawing, in pixels of the context
 */
export function traceStroke(pen: Pen, stroke: Stroke, size: number): void {
  const at = (index: number) => ({ x: stroke[index].x * size, y: stroke[index].y * size });
  const last = stroke.length - 1;
  pen.lineWidth = PEN_WIDTH * size;
  pen.lineCap = 'round';
  pen.lineJoin = 'round';
  pen.beginPath();
  pen.moveTo(at(0).x, at(0).y);
  for (let index = 1; index < last; index++) {
    const control = at(index);
    const next = at(index + 1);
    pen.quadraticCurveTo(control.x, control.y, (control.x + next.x) / 2, (control.y + next.y) / 2);
  }
  pen.lineTo(at(last).x, at(last).y);
  pen.stroke();
}
