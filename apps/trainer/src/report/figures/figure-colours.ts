/** The colours of the figures, as `#rrggbb`. */
export interface FigureColours {
  readonly surface: string;
  /** Under pictures of images. */
  readonly paper: string;
  readonly ink: string;
  readonly muted: string;
  readonly training: string;
  readonly validation: string;
  /** The largest count; smaller ones are mixed with the surface. */
  readonly heat: string;
  /** Counts in cells whose share of `heat` is below `heatTextThreshold`, and in the others. */
  readonly onSurface: string;
  readonly onHeat: string;
}

/**
 * Share of `heat` in a cell (0 … 1) from which its text changes colour. Chosen with the colours below so
 * that the text keeps a contrast of 4.5 at every share, on light and on dark.
 */
export const heatTextThreshold = 0.72;

/** Of the figure files, and of the page on light. */
export const lightColours: FigureColours = {
  surface: '#ffffff',
  paper: '#eef1f5',
  ink: '#1a2330',
  muted: '#5d6877',
  training: '#1f5fae',
  validation: '#b4541a',
  heat: '#003f9e',
  onSurface: '#000000',
  onHeat: '#ffffff',
};

/** Of the page on dark. */
export const darkColours: FigureColours = {
  surface: '#171c24',
  paper: '#1d232c',
  ink: '#e4e8ee',
  muted: '#9ba6b5',
  training: '#7db4f5',
  validation: '#f0a068',
  heat: '#5899ee',
  onSurface: '#ffffff',
  onHeat: '#000000',
};
