import * as Plot from '@observablehq/plot';
import { drawPlot, type FigurePart, plotHeading } from './figure.js';
import { lightColours } from './figure-colours.js';

/** A picture with lines of text under it. */
export interface DigitTile {
  /** PNG as data URI. */
  readonly picture: string;
  /** The first line stands out. */
  readonly lines: readonly string[];
}

export interface DigitGrid {
  readonly parts: readonly FigurePart[];
  readonly width: number;
  readonly height: number;
}

const figureWidth = 720;
const headingHeight = 40;
const lineHeight = 17;
const rowGap = 20;

/**
 * Pictures in rows, read from left to right.
 *
 * @param options.columns tiles in a row
 * @param options.pictureSize side of a picture, in pixels
 * @param options.emptyText shown where there is no tile
 */
export function drawDigitGrid(
  heading: string,
  tiles: readonly DigitTile[],
  options: { columns: number; pictureSize: number; emptyText: string },
): DigitGrid {
  const { columns, pictureSize, emptyText } = options;
  const lineCount = tiles[0]?.lines.length ?? 0;
  const rowHeight = pictureSize + lineCount * lineHeight + rowGap;
  const rowCount = Math.max(1, Math.ceil(tiles.length / columns));
  const height = headingHeight + rowCount * rowHeight - rowGap;
  const columnWidth = figureWidth / columns;
  const x = (_: DigitTile, index: number) => ((index % columns) + 0.5) * columnWidth;
  const y = (_: DigitTile, index: number) => Math.floor(index / columns) * rowHeight + pictureSize / 2;
  const plot = drawPlot({
    width: figureWidth,
    height,
    margin: 0,
    marginTop: headingHeight,
    x: { type: 'linear', domain: [0, figureWidth], axis: null },
    y: {
      type: 'linear',
      domain: [0, rowCount * rowHeight - rowGap],
      range: [headingHeight, height],
      axis: null,
    },
    marks: [
      plotHeading(heading, -38),
      tiles.length === 0
        ? Plot.text([emptyText], { frameAnchor: 'left', className: 'fill-muted', fill: lightColours.muted })
        : null,
      Plot.image(tiles, {
        x,
        y,
        width: pictureSize,
        height: pictureSize,
        src: 'picture',
        imageRendering: 'optimizeSpeed',
        className: 'digits',
      }),
      Array.from({ length: lineCount }, (_, line) =>
        Plot.text(tiles, {
          x,
          y,
          text: (tile: DigitTile) => tile.lines[line],
          dy: pictureSize / 2 + 12 + line * lineHeight,
          ...(line === 0
            ? { fontWeight: 600, className: 'tile-label' }
            : { fill: lightColours.muted, className: 'fill-muted' }),
        }),
      ),
    ],
  });
  return { parts: [{ plot, x: 0, y: 0 }], width: figureWidth, height };
}
