// Digits on paper as a telephone photographs them: what is measured, not what is trained on.
import { createKeyedRandom, type KeyedRandom } from '@lenet/core';
import { generateStrokes } from '@lenet/core/synthetic';
import { blurGrey } from './change-grey.ts';
import { drawStrokes, type Grey, placeStrokes } from './draw-strokes.ts';
import { normal } from './normal.ts';

export const papers = ['blank', 'ruled', 'squared'] as const;
export const pens = ['pencil', 'ballpoint', 'marker'] as const;

export interface Scene {
  readonly paper: (typeof papers)[number];
  readonly pen: (typeof pens)[number];
  readonly seed: number;
  readonly item: number;
}

/** Pen widths as shares of the height of the digit, and how dark the pen is at most. */
const penOf = {
  pencil: { thinnest: 0.035, widest: 0.06, faintest: 0.4, darkest: 0.65 },
  ballpoint: { thinnest: 0.03, widest: 0.06, faintest: 0.7, darkest: 0.9 },
  marker: { thinnest: 0.08, widest: 0.14, faintest: 0.8, darkest: 0.95 },
};

const SIDE = 320;

/**
 * @returns brightness, uint8 `[320, 320]`, and the digit
 */
export function photograph({ paper, pen, seed, item }: Scene): {
  grey: Uint8Array;
  side: number;
  digit: number;
} {
  const random = createKeyedRandom({ seed, purpose: `photograph/${paper}/${pen}`, item });
  const between = (from: number, to: number) => from + (to - from) * random.nextUniform();
  const digit = item % 10;
  const height = SIDE * between(0.4, 0.65);
  const { thinnest, widest, faintest, darkest } = penOf[pen];
  const { strokes } = generateStrokes({ digit, seed, item, split: 'test' });
  const place = () => SIDE / 2 + between(-0.08, 0.08) * SIDE;
  const ink = drawStrokes(
    placeStrokes(strokes, height, place(), place()),
    height * between(thinnest, widest),
    SIDE,
    SIDE,
  );
  const strength = between(faintest, darkest);
  const lines = linesOf(paper, between);
  const view = viewOf(between);
  const light = lightOf(between);
  const white = between(215, 245);
  const fibres = smoothNoise(80, random);
  const grain = pen === 'pencil' ? smoothNoise(160, random) : undefined;
  const scene = new Float32Array(SIDE * SIDE);
  for (let row = 0; row < SIDE; row++) {
    for (let column = 0; column < SIDE; column++) {
      const pixel = row * SIDE + column;
      const [x, y] = view(column, row);
      // Graphite lies on the fibres and not between them.
      const rub = grain ? 0.65 + 0.7 * (grain[pixel] - 0.25) : 1;
      const inked = Math.min(1, sample(ink, x, y) * strength * rub);
      const paperLight = white + 6 * (fibres[pixel] - 0.5);
      scene[pixel] = paperLight * (1 - lines(x, y)) * (1 - inked) * light(column / SIDE, row / SIDE);
    }
  }
  const blurred = blurGrey({ pixels: scene, width: SIDE, height: SIDE }, between(0.6, 1.6)).pixels;
  const noise = between(1.5, 4.5);
  const grey = Uint8Array.from(blurred, (value) =>
    Math.max(0, Math.min(255, Math.round(value + noise * normal(random)))),
  );
  return { grey, side: SIDE, digit };
}

type Between = (from: number, to: number) => number;

/** How dark the lines of the paper are at a place. */
function linesOf(paper: Scene['paper'], between: Between): (x: number, y: number) => number {
  if (paper === 'blank') return () => 0;
  const period = paper === 'ruled' ? between(34, 60) : between(20, 34);
  const [width, dark] = [between(1.2, 2.2), between(0.12, 0.35)];
  const [shiftX, shiftY] = [between(0, period), between(0, period)];
  const line = (place: number) => {
    const rest = (((place % period) + period) % period) - period / 2;
    return dark * Math.max(0, Math.min(1, width / 2 + 0.5 - Math.abs(rest)));
  };
  if (paper === 'ruled') return (_x, y) => line(y + shiftY);
  return (x, y) => Math.max(line(x + shiftX), line(y + shiftY));
}

/** From a pixel of the photograph to a place on the paper: turned a little, and farther away at one side. */
function viewOf(between: Between): (x: number, y: number) => readonly [number, number] {
  const turn = between(-0.07, 0.07);
  const [tiltX, tiltY] = [between(-0.12, 0.12), between(-0.12, 0.12)];
  return (column, row) => {
    const [x, y] = [column / SIDE - 0.5, row / SIDE - 0.5];
    const depth = 1 + tiltX * x + tiltY * y;
    return [((x - turn * y) / depth + 0.5) * SIDE, ((y + turn * x) / depth + 0.5) * SIDE];
  };
}

/** A lamp at one side, darker corners, and at times a shadow. */
function lightOf(between: Between): (x: number, y: number) => number {
  const [slopeX, slopeY] = [between(-0.35, 0.35), between(-0.35, 0.35)];
  const corners = between(0, 0.5);
  const hasShadow = between(0, 1) < 0.4;
  const [edge, lean, soft, depth] = [
    between(0.1, 0.9),
    between(-0.5, 0.5),
    between(0.01, 0.06),
    between(0.2, 0.4),
  ];
  return (x, y) => {
    const even = 1 + slopeX * (x - 0.5) + slopeY * (y - 0.5) - corners * ((x - 0.5) ** 2 + (y - 0.5) ** 2);
    const inShadow = Math.max(0, Math.min(1, (x + lean * (y - 0.5) - edge) / soft + 0.5));
    return Math.min(1, even * (hasShadow ? 1 - depth * inShadow : 1));
  };
}

function sample({ pixels, width, height }: Grey, x: number, y: number): number {
  const [left, top] = [Math.floor(x), Math.floor(y)];
  if (left < 0 || top < 0 || left + 1 >= width || top + 1 >= height) return 0;
  const at = top * width + left;
  const [across, down] = [x - left, y - top];
  const upper = pixels[at] + (pixels[at + 1] - pixels[at]) * across;
  const lower = pixels[at + width] + (pixels[at + width + 1] - pixels[at + width]) * across;
  return upper + (lower - upper) * down;
}

/** `0 … 1`, linear between random knots. */
function smoothNoise(cells: number, random: KeyedRandom): Float32Array {
  const knots = Float32Array.from({ length: (cells + 2) ** 2 }, () => random.nextUniform());
  const grid = { pixels: knots, width: cells + 2, height: cells + 2 };
  return Float32Array.from({ length: SIDE * SIDE }, (_, pixel) =>
    sample(grid, ((pixel % SIDE) / SIDE) * cells, (Math.floor(pixel / SIDE) / SIDE) * cells),
  );
}
