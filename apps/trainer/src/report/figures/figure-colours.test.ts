import { expect, test } from 'vitest';
import { channels, contrast } from '../../testing/contrast.js';
import { darkPage, lightPage } from '../page/page-colours.js';
import { darkColours, heatTextThreshold, lightColours } from './figure-colours.js';

test.each([
  ['light', lightColours],
  ['dark', darkColours],
])('counts keep a contrast of 4.5 at every shade on %s', (_, colours) => {
  const surface = channels(colours.surface);
  const heat = channels(colours.heat);
  for (let step = 0; step <= 200; step++) {
    const share = step / 200;
    const cell = surface.map((channel, index) => channel + share * (heat[index] - channel));
    const text = share >= heatTextThreshold ? colours.onHeat : colours.onSurface;
    expect(contrast(cell, text), `share ${share}`).toBeGreaterThanOrEqual(4.5);
  }
});

test.each([
  ['light', lightColours, lightPage],
  ['dark', darkColours, darkPage],
])('texts and lines stand out on %s', (_, colours, { page, bannerInk, bannerGround }) => {
  for (const name of ['ink', 'muted', 'training', 'validation'] as const) {
    for (const ground of [colours.surface, page]) {
      expect(contrast(colours[name], ground), name).toBeGreaterThanOrEqual(4.5);
    }
  }
  expect(contrast(bannerInk, bannerGround)).toBeGreaterThanOrEqual(7);
});
