import type { Stroke } from './stroke';

/** Side in pixels of what the network is given: the same on every screen, so that no answer depends on it. */
export const INK_SIDE = 280;

/** Rows and columns of the grid that the keyboard moves on. */
export const GRID_SIDE = 28;

/** One thing on the paper, that undo takes away. */
export type Mark =
  | { readonly kind: 'stroke'; readonly points: Stroke }
  /** Set by keyboard: row times 28 plus column. */
  | { readonly kind: 'cell'; readonly cell: number }
  /** The ink of a picture, uint8 `[280, 280]`: 0 background, 255 full ink. */
  | { readonly kind: 'picture'; readonly ink: Uint8Array };

/** Everything on the paper, the oldest first. */
export type Drawing = readonly Mark[];
