import { cellCentre } from './draw-marks';
import type { Drawing } from './mark';
import type { Point } from './stroke';

/** The pen in a digit, as a share of its height: after normalisation about the two pixels that pens have in MNIST. */
const SHARE = 0.14;

/** As a part of the side of the drawing: what is finer would be lost. */
const LEAST = 0.02;

/**
 * How wide the network is shown the lines of a drawing. Small digits of one wide pen would be blots; whoever writes
 * small takes a finer pen.
 *
 * @returns as a part of the side of the drawing
 */
export function inkWidth(drawing: Drawing): number {
  const cells = drawing.flatMap((mark) => (mark.kind === 'cell' ? [cellCentre(mark.cell)] : []));
  const strokes = drawing.flatMap((mark) => (mark.kind === 'stroke' ? [mark.points] : []));
  return Math.max(LEAST, ...[cells, ...strokes].map((points) => SHARE * digitHeight(points)));
}

/** Of a digit with this stroke: one that lies is part of something higher. */
function digitHeight(points: readonly Point[]): number {
  let [left, top, right, bottom] = [1, 1, 0, 0];
  for (const { x, y } of points) {
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  return Math.max(0, bottom - top, (right - left) / 2);
}
