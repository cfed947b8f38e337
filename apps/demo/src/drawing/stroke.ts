/** A place in the drawing: 0, 0 is its top left corner, 1, 1 its bottom right one. */
export interface Point {
  readonly x: number;
  readonly y: number;
  /** Of a pen that tells it, 0 … 1; 0.5 is usual. @default the usual width */
  readonly pressure?: number;
}

/** Where the pen went between touching the paper and leaving it, in order; at least one point. */
export type Stroke = readonly Point[];

/**
 * Width of the pen, as a part of the side of the drawing. On a digit that fills most of the paper this
 * becomes, after normalisation, about the two pixels that pens have in MNIST.
 */
export const PEN_WIDTH = 0.075;

/** Width at a point, as a part of the side: from half the usual one to one and a half times it. */
export function penWidth({ pressure = 0.5 }: Point): number {
  return PEN_WIDTH * (0.5 + pressure);
}
