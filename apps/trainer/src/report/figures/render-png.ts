import { createRequire } from 'node:module';
import { Resvg } from '@resvg/resvg-js';
import type { Figure } from './figure.js';

const resolve = createRequire(import.meta.url).resolve;
const fontFiles = [
  resolve('@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf'),
  resolve('@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf'),
];

/**
 * Draws a figure as PNG, the same on every machine: only the font that comes with the package is used.
 *
 * @param scale pixels of the picture for each pixel of the figure. @default 2
 */
export function renderPng(figure: Figure, scale = 2): Uint8Array {
  return renderSvg(figure.svg, scale);
}

/** @param svg a whole document */
export function renderSvg(svg: string, scale = 2): Uint8Array {
  const renderer = new Resvg(svg, {
    fitTo: { mode: 'zoom', value: scale },
    font: { fontFiles, loadSystemFonts: false, defaultFontFamily: 'Inter' },
  });
  return renderer.render().asPng();
}
