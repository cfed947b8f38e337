import { type Drawing, GRID_SIDE, INK_SIDE, type Mark } from './mark';
import { traceStroke } from './trace-stroke';

/** Cells beside one another, also by their corners, become one line. */
const CELL_WIDTH = 1.5 / GRID_SIDE;

/**
 * Draws everything in one colour, on what is there already.
 *
 * @param size side of the drawing, in pixels of the context
 * @param penWidth as a part of the side
 */
export function drawMarks(
  context: CanvasRenderingContext2D,
  drawing: Drawing,
  size: number,
  colour: string,
  penWidth: number,
): void {
  context.strokeStyle = colour;
  for (const mark of drawing) {
    if (mark.kind === 'picture') context.drawImage(pictureIn(colour, mark), 0, 0, size, size);
    else if (mark.kind === 'stroke') traceStroke(context, mark.points, size, penWidth);
    else traceStroke(context, [cellCentre(mark.cell)], size, Math.max(CELL_WIDTH, penWidth));
  }
}

/** The middle of a cell of the keyboard's grid. */
export function cellCentre(cell: number) {
  return {
    x: ((cell % GRID_SIDE) + 0.5) / GRID_SIDE,
    y: (Math.floor(cell / GRID_SIDE) + 0.5) / GRID_SIDE,
  };
}

const drawn = new WeakMap<Mark, { colour: string; canvas: HTMLCanvasElement }>();

/** The picture's ink in a colour; made once for each colour. */
function pictureIn(colour: string, mark: Extract<Mark, { kind: 'picture' }>): HTMLCanvasElement {
  const known = drawn.get(mark);
  if (known?.colour === colour) return known.canvas;
  const canvas = document.createElement('canvas');
  canvas.width = INK_SIDE;
  canvas.height = INK_SIDE;
  const context = canvas.getContext('2d')!;
  const image = context.createImageData(INK_SIDE, INK_SIDE);
  for (let pixel = 0; pixel < mark.ink.length; pixel++) image.data[pixel * 4 + 3] = mark.ink[pixel];
  context.putImageData(image, 0, 0);
  context.globalCompositeOperation = 'source-in';
  context.fillStyle = colour;
  context.fillRect(0, 0, INK_SIDE, INK_SIDE);
  drawn.set(mark, { colour, canvas });
  return canvas;
}
