import { createKeyedRandom } from '@lenet/core';
import type { Grey } from './draw-strokes.ts';
import { normal } from './normal.ts';

/**
 * Bytes of a drawing or scan.
 *
 * @param noise standard deviation in grey levels, drawn from the seed and the item. @default 0
 */
export function toGrey(
  { pixels }: Grey,
  polarity: 'dark on light' | 'light on dark' = 'dark on light',
  { noise, seed, item } = { noise: 0, seed: 0, item: 0 },
): Uint8Array {
  const random = createKeyedRandom({ seed, purpose: 'noise', item });
  return Uint8Array.from(pixels, (ink) => {
    const brightness = 255 * (polarity === 'dark on light' ? 1 - ink : ink);
    return Math.max(0, Math.min(255, Math.round(noise ? brightness + noise * normal(random) : brightness)));
  });
}

/** Gaussian blur; beyond the border the border goes on. */
export function blurGrey({ pixels, width, height }: Grey, deviation: number): Grey {
  if (deviation <= 0) return { pixels, width, height };
  const reach = Math.ceil(3 * deviation);
  const taps = Array.from({ length: 2 * reach + 1 }, (_, tap) =>
    Math.exp(-((tap - reach) ** 2) / (2 * deviation ** 2)),
  );
  const all = taps.reduce((sum, tap) => sum + tap, 0);
  const blurred = pixels.slice();
  for (let row = 0; row < height; row++) blurLine(blurred, row * width, 1, width);
  for (let column = 0; column < width; column++) blurLine(blurred, column, width, height);
  return { pixels: blurred, width, height };

  function blurLine(values: Float32Array, start: number, step: number, length: number): void {
    const line = Float32Array.from({ length: length + 2 * reach }, (_, place) => {
      return values[start + Math.max(0, Math.min(length - 1, place - reach)) * step];
    });
    for (let place = 0; place < length; place++) {
      let sum = 0;
      for (let tap = 0; tap < taps.length; tap++) sum += taps[tap] * line[place + tap];
      values[start + place * step] = sum / all;
    }
  }
}

/** Each new pixel the mean of what it covers: a scanner of fewer dots. */
export function shrinkGrey({ pixels, width, height }: Grey, newWidth: number, newHeight: number): Grey {
  const result = new Float32Array(newWidth * newHeight);
  for (let row = 0; row < newHeight; row++) {
    for (let column = 0; column < newWidth; column++) {
      const [top, bottom] = [(row * height) / newHeight, ((row + 1) * height) / newHeight];
      const [left, right] = [(column * width) / newWidth, ((column + 1) * width) / newWidth];
      let sum = 0;
      for (let y = Math.floor(top); y < bottom; y++) {
        for (let x = Math.floor(left); x < right; x++) {
          const share =
            (Math.min(y + 1, bottom) - Math.max(y, top)) * (Math.min(x + 1, right) - Math.max(x, left));
          sum += share * pixels[y * width + x];
        }
      }
      result[row * newWidth + column] = sum / ((bottom - top) * (right - left));
    }
  }
  return { pixels: result, width: newWidth, height: newHeight };
}

/** Enlarges: each pixel that of the nearest, or between the four nearest. */
export function enlargeGrey(
  { pixels, width, height }: Grey,
  factor: number,
  kind: 'nearest' | 'bilinear',
): Grey {
  const [newWidth, newHeight] = [Math.round(width * factor), Math.round(height * factor)];
  const at = (row: number, column: number) =>
    pixels[Math.max(0, Math.min(height - 1, row)) * width + Math.max(0, Math.min(width - 1, column))];
  const result = Float32Array.from({ length: newWidth * newHeight }, (_, pixel) => {
    const y = (Math.floor(pixel / newWidth) + 0.5) / factor - 0.5;
    const x = ((pixel % newWidth) + 0.5) / factor - 0.5;
    if (kind === 'nearest') return at(Math.round(y), Math.round(x));
    const [top, left] = [Math.floor(y), Math.floor(x)];
    const [down, across] = [y - top, x - left];
    const upper = at(top, left) * (1 - across) + at(top, left + 1) * across;
    const lower = at(top + 1, left) * (1 - across) + at(top + 1, left + 1) * across;
    return upper * (1 - down) + lower * down;
  });
  return { pixels: result, width: newWidth, height: newHeight };
}

/** What lies within a rectangle; outside of the picture is nothing. */
export function cropGrey(
  { pixels, width, height }: Grey,
  left: number,
  top: number,
  right: number,
  bottom: number,
): Grey {
  const result = new Float32Array((right - left) * (bottom - top));
  for (let row = Math.max(0, top); row < Math.min(height, bottom); row++) {
    for (let column = Math.max(0, left); column < Math.min(width, right); column++) {
      result[(row - top) * (right - left) + column - left] = pixels[row * width + column];
    }
  }
  return { pixels: result, width: right - left, height: bottom - top };
}

/** The smallest rectangle around ink. */
export function boxOf({ pixels, width }: Grey, least = 0.1) {
  const inked = Array.from(pixels.keys()).filter((pixel) => pixels[pixel] > least);
  const columns = inked.map((pixel) => pixel % width);
  return {
    left: columns.reduce((a, b) => Math.min(a, b)),
    right: columns.reduce((a, b) => Math.max(a, b)) + 1,
    top: Math.floor(inked[0] / width),
    bottom: Math.floor(inked[inked.length - 1] / width) + 1,
  };
}
