import type { KeyedRandom } from '@lenet/core';
import { SIDE } from './drawn-figures.js';

/** Each pixel what it likes. */
export function drawNoise(random: KeyedRandom): Float32Array {
  return Float32Array.from({ length: SIDE * SIDE }, () => random.nextUniform());
}

/** Stains: smooth noise, cut at a level. */
export function drawStains(random: KeyedRandom): Float32Array {
  const smooth = smoothNoise(5 + random.nextBelow(6), random);
  const level = 0.45 + 0.15 * random.nextUniform();
  return smooth.map((value) => Math.max(0, Math.min(1, 0.5 + 12 * (value - level))));
}

/** Clouds: smooth noise of several sizes. */
export function drawClouds(random: KeyedRandom): Float32Array {
  const sum = new Float32Array(SIDE * SIDE);
  for (const [octave, cells] of [3, 6, 12, 24, 48].entries()) {
    const share = 0.5 ** octave;
    for (const [pixel, value] of smoothNoise(cells, random).entries()) sum[pixel] += 0.5 * share * value;
  }
  return sum;
}

/** Parallel lines. */
export function drawHatching(random: KeyedRandom): Float32Array {
  const [across, down] = [random.nextUniform() - 0.5, random.nextUniform() - 0.5];
  const period = SIDE * (0.1 + 0.15 * random.nextUniform());
  const length = Math.sqrt(across * across + down * down) + 1e-6;
  return picture((x, y) => {
    const phase = ((x * across + y * down) / length / period + 100) % 1;
    return phase < 0.4 ? 1 : 0;
  });
}

/** A board of squares, light and dark. */
export function drawChessboard(random: KeyedRandom): Float32Array {
  const side = 4 + random.nextBelow(8);
  const shift = random.nextBelow(side);
  return picture((x, y) => (Math.floor((x + shift) / side) + Math.floor((y + shift) / side)) % 2);
}

/** Bricks with joints. */
export function drawBricks(random: KeyedRandom): Float32Array {
  const height = 7 + random.nextBelow(7);
  const joint = 2 + random.nextBelow(2);
  const shift = random.nextBelow(height);
  return picture((x, y) => {
    const course = Math.floor((y + shift) / height);
    const across = (x + (course % 2) * height) % (2 * height);
    return (y + shift) % height < joint || across < joint ? 1 : 0;
  });
}

/**
 * What photographs look like, statistically: things of all sizes before one another, each shaded.
 *
 * Source: Lee, Mumford, Huang, "Occlusion models for natural images", 2001 (dead leaves).
 */
export function drawLeaves(random: KeyedRandom): Float32Array {
  const result = new Float32Array(SIDE * SIDE);
  for (let leaf = 0; leaf < 250; leaf++) {
    const radius = (0.035 * SIDE) / (0.08 + random.nextUniform());
    const [x, y] = [random.nextUniform() * SIDE, random.nextUniform() * SIDE];
    const [grey, slope] = [random.nextUniform(), (random.nextUniform() - 0.5) / SIDE];
    const isRound = random.nextUniform() < 0.6;
    const within = (place: number) => Math.max(0, Math.min(SIDE - 1, Math.round(place)));
    for (let row = within(y - radius); row <= within(y + radius); row++) {
      for (let column = within(x - radius); column <= within(x + radius); column++) {
        if (isRound && (row - y) ** 2 + (column - x) ** 2 > radius * radius) continue;
        result[row * SIDE + column] = Math.max(0, Math.min(1, grey + slope * (column - x + row - y)));
      }
    }
  }
  return result;
}

function picture(inkAt: (x: number, y: number) => number): Float32Array {
  return Float32Array.from({ length: SIDE * SIDE }, (_, pixel) =>
    inkAt(pixel % SIDE, Math.floor(pixel / SIDE)),
  );
}

/** `0 … 1`, linear between random knots. */
function smoothNoise(cells: number, random: KeyedRandom): Float32Array {
  const knots = Float32Array.from({ length: (cells + 1) ** 2 }, () => random.nextUniform());
  return picture((x, y) => {
    const [across, down] = [(x / SIDE) * cells, (y / SIDE) * cells];
    const [column, row] = [Math.floor(across), Math.floor(down)];
    const at = row * (cells + 1) + column;
    const upper = knots[at] + (knots[at + 1] - knots[at]) * (across - column);
    const lower = knots[at + cells + 1] + (knots[at + cells + 2] - knots[at + cells + 1]) * (across - column);
    return upper + (lower - upper) * (down - row);
  });
}
