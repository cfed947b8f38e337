import { expect, test } from 'vitest';
import { darkPage, lightPage } from '../page/page-colours.js';
import { darkColours, heatTextThreshold, lightColours } from './figure-colours.js';

/** Relative luminance, WCAG 2.2. */
function luminance(colour: number[]): number {
  const [red, green, blue] = colour.map((channel) =>
    channel / 255 <= 0.04045 ? channel / 255 / 12.92 : ((channel / 255 + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: number[], b: number[]): number {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

const channels = (colour: string) => [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));

test.each([
  ['light', lightColours],
  ['dark', darkColours],
])('counts keep a contrast of 4.5 at every shade on %s', (_, colours) => {
  const surface = channels(colours.surface);
  const heat = channels(colours.heat);
  for (let step = 0; step <= 200; step++) {
    const share = step / 200;
    const cell = surface.map((channel, index) => channel + share * (heat[index] - channel));
    const text = channels(share >= heatTextThreshold ? colours.onHeat : colours.onSurface);
    expect(contrast(cell, text), `share ${share}`).toBeGreaterThanOrEqual(4.5);
  }
});

test.each([
  ['light', lightColours, lightPage],
  ['dark', darkColours, darkPage],
])('texts and lines stand out on %s', (_, colours, { page, bannerInk, bannerGround }) => {
  for (const name of ['ink', 'muted', 'training', 'validation'] as const) {
    for (const ground of [colours.surface, page]) {
      expect(contrast(channels(colours[name]), channels(ground)), name).toBeGreaterThanOrEqual(4.5);
    }
  }
  expect(contrast(channels(bannerInk), channels(bannerGround))).toBeGreaterThanOrEqual(7);
});
