/** A place in the drawing: 0, 0 is its top left corner, 1, 1 its bottom right one. */
export interface Point {
  readonly x: number;
  readonly y: number;
  /** Of a pen that tells it, 0 … 1; 0.5 is usual. @default the usual width */
  readonly pressure?: number;
}

/** Where the pen went between touching the paper and leaving it, in order; at least one point. */
export type Stroke = readonly Point[];

/** Width of the pen on the paper, as a part of its side: fine enough for a number of several digits. */
export const PEN_WIDTH = 0.035;

/**
 * How wide the pen is at a point, for a usual width of 1: from half of it to one and a half times it.
 */
export function pressedWidth({ pressure = 0.5 }: Point): number {
  return 0.5 + pressure;
}
