import { generateStrokes } from '@lenet/core/synthetic';
import type { Drawing } from '../drawing/mark';

/** A digit of the generator, so that a page shows something before the visitor draws. */
export function exampleDrawing(digit: number): Drawing {
  const { strokes } = generateStrokes({ digit, seed: 2, item: digit });
  return strokes.map((points) => ({ kind: 'stroke', points }));
}
