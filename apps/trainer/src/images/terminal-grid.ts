import { type GreyImage, shrinkImage, terminalLines } from './terminal-image.js';

/** An image and the text above it. */
export interface TerminalTile {
  readonly caption: string;
  readonly image: GreyImage;
}

const GAP_COLUMNS = 2;
/** Images are made smaller until so many stand side by side. */
const TILES_IN_ROW = 5;

/**
 * Images of one size side by side, as many as fit, each under its caption.
 *
 * @param options.width of the terminal, in columns
 * @param options.hasColours as for `terminalLines`
 * @returns lines that end with a line feed each; empty where there are no tiles
 */
export function terminalGrid(
  tiles: readonly TerminalTile[],
  { width, hasColours }: { width: number; hasColours: boolean },
): string {
  if (tiles.length === 0) return '';
  const wanted = Math.min(TILES_IN_ROW, tiles.length);
  const widest = Math.max(1, Math.floor((width + GAP_COLUMNS) / wanted) - GAP_COLUMNS);
  const factor = Math.ceil(tiles[0].image.width / widest);
  const tileWidth = Math.ceil(tiles[0].image.width / factor);
  const perRow = Math.max(1, Math.floor((width + GAP_COLUMNS) / (tileWidth + GAP_COLUMNS)));
  const gap = ' '.repeat(GAP_COLUMNS);
  const rows: string[] = [];
  for (let first = 0; first < tiles.length; first += perRow) {
    const row = tiles.slice(first, first + perRow);
    const captions = row.map(({ caption }) => fit(caption, tileWidth));
    const drawn = row.map(({ image }) => terminalLines(shrinkImage(image, factor), hasColours));
    const lines = drawn[0].map((_, line) => drawn.map((lines) => lines[line]).join(gap));
    rows.push([captions.join(gap), ...lines].map((line) => `${line.trimEnd()}\n`).join(''));
  }
  return rows.join('\n');
}

/** Exactly `width` columns; what does not fit ends with an ellipsis. */
function fit(text: string, width: number): string {
  return text.length <= width ? text.padEnd(width) : `${text.slice(0, width - 1)}…`;
}
