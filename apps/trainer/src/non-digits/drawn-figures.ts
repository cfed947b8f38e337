import type { KeyedRandom } from '@lenet/core';
import { generateStrokes } from '@lenet/core/synthetic';
import { drawLines, type Line } from './draw-lines.js';
import type { LineFigure } from './line-figures.js';

/** Side of the pictures, in pixels: twice that of MNIST's. */
export const SIDE = 56;

/** From -1 to 1, near 0 more often. */
const spread = (random: KeyedRandom) => random.nextUniform() + random.nextUniform() - 1;

/** How far a point of a figure is off at most, along each axis, as a share of the figure. */
const SHAKE = 0.05;

/** A figure as some hand draws it: every point a bit off, slanted, wide or narrow. */
export function drawFigure(figure: LineFigure, random: KeyedRandom, shake = SHAKE): Float32Array {
  const slant = 0.3 * spread(random);
  const width = 1 + 0.3 * spread(random);
  const turn = 0.2 * spread(random);
  const lines = figure.map((text) =>
    text.split(' ').flatMap((point) => {
      const [x, y] = point.split(',').map((part) => Number(part) / 100 - 0.5 + shake * spread(random));
      const across = width * (x - slant * y);
      return [across - turn * y, y + turn * across].map((place) => (0.5 + 0.62 * place) * SIDE);
    }),
  );
  return drawLines(lines, penWidth(random), SIDE);
}

/** Widths from hairline to marker, in pixels. */
function penWidth(random: KeyedRandom): number {
  return SIDE * (0.045 + 0.07 * random.nextUniform());
}

/** A line that wanders about without an aim. */
export function drawScribble(random: KeyedRandom): Float32Array {
  const line: number[] = [];
  let [x, y, stepX, stepY] = [SIDE / 2, SIDE / 2, 0, 0];
  const within = (place: number) => Math.max(0.07 * SIDE, Math.min(0.93 * SIDE, place));
  const count = 40 + random.nextBelow(80);
  for (let step = 0; step < count; step++) {
    line.push(x, y);
    stepX = 0.75 * stepX + 0.06 * SIDE * spread(random) + 0.05 * (SIDE / 2 - x);
    stepY = 0.75 * stepY + 0.06 * SIDE * spread(random) + 0.05 * (SIDE / 2 - y);
    x = within(x + stepX);
    y = within(y + stepY);
  }
  return drawLines([line], penWidth(random), SIDE);
}

/** What one does to something that should not be read: up and down across it. */
export function drawCrossingOut(random: KeyedRandom): Float32Array {
  const line: number[] = [];
  const turns = 6 + random.nextBelow(7);
  const top = SIDE * (0.15 + 0.15 * random.nextUniform());
  for (let turn = 0; turn <= turns; turn++) {
    const x = SIDE * (0.15 + (0.7 * turn) / turns) + 0.05 * SIDE * spread(random);
    const y = turn % 2 === 0 ? top : SIDE - top;
    line.push(x, y + 0.07 * SIDE * spread(random));
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
  return drawLines(lines, SIDE * (0.035 + 0.045 * random.nextUniform()), SIDE);
}

/** Rows and columns of the places that the strokes of an invented sign begin and end at. */
const PLACES = 4;

/** What could be a letter somewhere: two to five strokes between places of a grid, straight, bent or bowed. */
export function drawInventedSign(random: KeyedRandom): Float32Array {
  const place = () => 100 * (random.nextBelow(PLACES) / (PLACES - 1) + SHAKE * spread(random));
  const strokes = Array.from({ length: 2 + random.nextBelow(4) }, () => {
    const points = Array.from({ length: 2 + random.nextBelow(3) }, (): Point => [place(), place()]);
    return (random.nextBelow(2) === 0 ? bowed(points) : points).join(' ');
  });
  return drawFigure(strokes, random, 0);
}

type Point = readonly [x: number, y: number];

/** Chaikin's curve: the corners are cut off, three times. */
function bowed(points: readonly Point[]): readonly Point[] {
  let path = points;
  for (let pass = 0; pass < 3; pass++) {
    const cut = path.slice(1).flatMap(([x, y], index): Point[] => {
      const [fromX, fromY] = path[index];
      return [
        [0.75 * fromX + 0.25 * x, 0.75 * fromY + 0.25 * y],
        [0.25 * fromX + 0.75 * x, 0.25 * fromY + 0.75 * y],
      ];
    });
    path = [path[0], ...cut, path[path.length - 1]];
  }
  return path;
}
