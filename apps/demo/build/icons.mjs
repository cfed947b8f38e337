// Draws the icons of the installed site from src/app/icon.svg.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';

/**
 * @param {string} folder written to
 */
export function drawIcons(folder) {
  const svg = readFileSync(new URL('../src/app/icon.svg', import.meta.url), 'utf8');
  // A system cuts its own shape out of this one: full to the edge, and the drawing smaller.
  const maskable = svg
    .replace('rx="8"', '')
    .replace(/<path[^>]*\/>/, (path) => `<g transform="translate(4.8 4.8) scale(0.7)">${path}</g>`);
  mkdirSync(folder, { recursive: true });
  for (const size of [192, 512]) writeFileSync(join(folder, `any-${size}.png`), render(svg, size));
  writeFileSync(join(folder, 'maskable-512.png'), render(maskable, 512));
  writeFileSync(join(folder, 'apple-180.png'), render(maskable, 180));
}

/**
 * @param {string} svg
 * @param {number} size width and height, in pixels
 */
function render(svg, size) {
  return new Resvg(svg, { fitTo: { mode: 'width', value: size } }).render().asPng();
}
