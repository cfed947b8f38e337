import type { KeyedRandom } from '@lenet/core';
import { generateStrokes } from '@lenet/core/synthetic';
import { drawLines, type Line } from './draw-lines.js';
import type { LineFigure } from './line-figures.js';

/** Side of the pictures, in pixels: four times that of MNIST's. */
export const SIDE = 112;

/** From -1 to 1, near 0 more often. */
const spread = (random: KeyedRandom) => random.nextUniform() + random.nextUniform() - 1;

/** A figure as some hand draws it: every point a bit off, slanted, wide or narrow. */
export function drawFigure(figure: LineFigure, random: KeyedRandom): Float32Array {
  const slant = 0.3 * spread(random);
  const width = 1 + 0.3 * spread(random);
  const turn = 0.2 * spread(random);
  const lines = figure.map((text) =>
    text.split(' ').flatMap((point) => {
      const [x, y] = point.split(',').map((part) => Number(part) / 100 - 0.5 + 0.05 * spread(random));
      const across = width * (x - slant * y);
      return [across - turn * y, y + turn * across].map((place) => (0.5 + 0.62 * place) * SIDE);
    }),
  );
  return drawLines(lines, penWidth(random), SIDE);
}

/** Widths from hairline to marker, in pixels. */
function penWidth(random: KeyedRandom): number {
  return 5 + 8 * random.nextUniform();
}

/** A line that wanders about without an aim. */
export function drawScribble(random: KeyedRandom): Float32Array {
  const line: number[] = [];
  let [x, y, stepX, stepY] = [SIDE / 2, SIDE / 2, 0, 0];
  const count = 40 + random.nextBelow(80);
  for (let step = 0; step < count; step++) {
    line.push(x, y);
    stepX = 0.75 * stepX + 7 * spread(random) + 0.05 * (SIDE / 2 - x);
    stepY = 0.75 * stepY + 7 * spread(random) + 0.05 * (SIDE / 2 - y);
    x = Math.max(8, Math.min(SIDE - 8, x + stepX));
    y = Math.max(8, Math.min(SIDE - 8, y + stepY));
  }
  return drawLines([line], penWidth(random), SIDE);
}

/** What one does to something that should not be read: up and down across it. */
export function drawCrossingOut(random: KeyedRandom): Float32Array {
  const line: number[] = [];
  const turns = 6 + random.nextBelow(7);
  const top = SIDE * (0.15 + 0.15 * random.nextUniform());
  for (let turn = 0; turn <= turns; turn++) {
    const x = SIDE * (0.15 + (0.7 * turn) / turns) + 6 * spread(random);
    line.push(x, turn % 2 === 0 ? top + 8 * spread(random) : SIDE - top + 8 * spread(random));
  }
  return drawLines([line], penWidth(random), SIDE);
}

/** Two digits, side by side and touching or nearly so. */
export function drawTwoDigits(seed: number, item: number, random: KeyedRandom): Float32Array {
  const lines: Line[] = [];
  for (let place = 0; place < 2; place++) {
    const { strokes } = generateStrokes({
      digit: random.nextBelow(10),
      seed,
      item: 2 * item + place,
      split: 'test',
    });
    const left = place === 0 ? 0.03 : 0.42;
    for (const stroke of strokes) {
      lines.push(stroke.flatMap(({ x, y }) => [(left + 0.55 * x) * SIDE, (0.22 + 0.55 * y) * SIDE]));
    }
  }
  return drawLines(lines, 4 + 5 * random.nextUniform(), SIDE);
}
