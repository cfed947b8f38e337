import { createElement, type FigurePart, figureFontSize } from './figure.js';
import { lightColours } from './figure-colours.js';

/** A picture with lines of text under it. */
export interface Tile {
  /** PNG as data URI. */
  readonly picture: string;
  /** The first line stands out. */
  readonly lines: readonly string[];
}

/** Tiles of one size under a heading, read from left to right. */
export interface TileGroup {
  readonly heading: string;
  readonly tiles: readonly Tile[];
  /** Tiles in a row. */
  readonly columns: number;
  /** Size of a picture, in pixels. */
  readonly pictureWidth: number;
  readonly pictureHeight: number;
  /** In place of tiles where there are none. */
  readonly emptyText?: string;
}

/** Of a figure of tiles without the free room on each side, in pixels. */
export const tileFigureWidth = 720;
const headingHeight = 38;
const lineHeight = 17;
const rowGap = 12;
const groupGap = 24;

/** Groups of tiles, one above the other. */
export function drawTileGroups(groups: readonly TileGroup[]): {
  parts: readonly FigurePart[];
  width: number;
  height: number;
} {
  let height = 0;
  const parts = groups.map((group) => {
    const part = drawGroup(group);
    const y = height;
    height += part.height + groupGap;
    return { plot: part.plot, x: 0, y };
  });
  return { parts, width: tileFigureWidth, height: height - groupGap };
}

function drawGroup(group: TileGroup): { plot: SVGElement; height: number } {
  const { tiles, columns, pictureWidth, pictureHeight } = group;
  const rowHeight = pictureHeight + lineHeight * (tiles[0]?.lines.length ?? 0) + rowGap;
  const height = headingHeight + Math.max(1, Math.ceil(tiles.length / columns)) * rowHeight - rowGap;
  const plot = createElement('svg', {
    width: tileFigureWidth,
    height,
    fill: 'currentColor',
    'font-size': figureFontSize,
  });
  plot.append(text(group.heading, { y: 15, 'font-size': 15, 'font-weight': 600 }));
  if (tiles.length === 0 && group.emptyText) {
    plot.append(text(group.emptyText, { y: headingHeight + 20, fill: lightColours.muted }));
  }
  for (const [index, { picture, lines }] of tiles.entries()) {
    const centre = ((index % columns) + 0.5) * (tileFigureWidth / columns);
    const y = headingHeight + Math.floor(index / columns) * rowHeight;
    const box = { x: centre - pictureWidth / 2, y, width: pictureWidth, height: pictureHeight };
    plot.append(
      createElement('rect', { ...box, fill: lightColours.paper }),
      createElement('image', { ...box, href: picture, 'image-rendering': 'optimizeSpeed' }),
      ...lines.map((line, number) =>
        text(line, {
          x: centre,
          y: y + pictureHeight + (number + 1) * lineHeight - 2,
          'text-anchor': 'middle',
          ...(number === 0 ? { 'font-weight': 600 } : { fill: lightColours.muted }),
        }),
      ),
    );
  }
  return { plot, height };
}

function text(content: string, attributes: Record<string, string | number>): SVGElement {
  const element = createElement('text', attributes);
  element.textContent = content;
  return element;
}
