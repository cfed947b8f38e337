import type { LabelledImages } from '@lenet/core';

/** Grey levels of all images, as shares of 255: 0 background, 1 full ink. */
export interface PixelStatistics {
  readonly mean: number;
  /** Of the whole population. */
  readonly standardDeviation: number;
}

/** @returns what frameworks normalise by; for MNIST's training images 0.1307 and 0.3081 */
export function describePixels({ pixels }: Pick<LabelledImages, 'pixels'>): PixelStatistics {
  const histogram = new Float64Array(256);
  for (const value of pixels) histogram[value]++;
  let sum = 0;
  let squares = 0;
  for (const [value, count] of histogram.entries()) {
    sum += value * count;
    squares += value * value * count;
  }
  const mean = sum / pixels.length;
  const variance = Math.max(0, squares / pixels.length - mean * mean);
  return { mean: mean / 255, standardDeviation: Math.sqrt(variance) / 255 };
}
