// A contact sheet of the generator: every style with its name, written by several hands.
import { type DigitStrokes, type DigitStyle, digitStyles, generateStrokes } from '@lenet/core/synthetic';

/** All in pixels of the picture at scale 1. */
const SAMPLE_SIDE = 52;
const SAMPLES = 7;
const COLUMNS = 3;
const CELL_WIDTH = SAMPLES * SAMPLE_SIDE + 20;
const CELL_HEIGHT = SAMPLE_SIDE + 26;
const HEADING_HEIGHT = 40;
const MARGIN = 20;

/**
 * Draws all styles, digit by digit.
 *
 * @param seed uint32: of the hands
 * @returns an SVG document, black on white
 */
export function styleSheet(seed: number): string {
  const parts: string[] = [];
  let top = MARGIN;
  for (const [digit, styles] of digitStyles.entries()) {
    parts.push(text(`Ways to write ${digit}`, MARGIN, top + 24, 'font-size="18" font-weight="600"'));
    top += HEADING_HEIGHT;
    for (const [index, style] of styles.entries()) {
      const left = MARGIN + (index % COLUMNS) * CELL_WIDTH;
      parts.push(cell(digit, style, seed, left, top + Math.floor(index / COLUMNS) * CELL_HEIGHT));
    }
    top += Math.ceil(styles.length / COLUMNS) * CELL_HEIGHT;
  }
  const width = 2 * MARGIN + COLUMNS * CELL_WIDTH;
  const height = top + MARGIN;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" font-family="Inter"><rect width="100%" height="100%" fill="#fff"/>${parts.join('')}</svg>`;
}

function cell(digit: number, style: DigitStyle, seed: number, left: number, top: number): string {
  const samples = Array.from({ length: SAMPLES }, (_, item) => {
    const drawn = generateStrokes({ digit, seed, item, split: 'test', style: style.name });
    const place = `translate(${left + item * SAMPLE_SIDE} ${top}) scale(${SAMPLE_SIDE})`;
    return `<g transform="${place}" stroke="#000" stroke-linecap="round">${lines(drawn)}</g>`;
  });
  const name = style.family ? `${style.name} · ${style.family}` : style.name;
  return samples.join('') + text(name, left, top + SAMPLE_SIDE + 10, 'font-size="11" fill="#333"');
}

/** Piece by piece, as the width changes along the stroke. */
function lines({ strokes, penWidth }: DigitStrokes): string {
  const number = (value: number) => value.toFixed(4);
  return strokes
    .flatMap((stroke) =>
      stroke.slice(1).map(({ x, y, pressure }, index) => {
        const from = stroke[index];
        return `<path d="M${number(from.x)} ${number(from.y)}L${number(x)} ${number(y)}" stroke-width="${number(penWidth * pressure)}"/>`;
      }),
    )
    .join('');
}

function text(words: string, x: number, y: number, attributes: string): string {
  return `<text x="${x}" y="${y}" ${attributes}>${words.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</text>`;
}
