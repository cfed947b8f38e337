import * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';
import { lightColours } from './figure-colours.js';

/** A finished figure. */
export interface Figure {
  /** Of its files, without the ending. */
  readonly name: string;
  /** What it shows, in a sentence, for those who do not see it. */
  readonly description: string;
  /** In CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** A whole SVG document on a white ground; the page changes its colours through the class names. */
  readonly svg: string;
}

/** A plot and where its top left corner lies within the room that the figure leaves on each side, in pixels. */
export interface FigurePart {
  readonly plot: SVGElement;
  readonly x: number;
  readonly y: number;
}

/** Text size of all figures, in pixels. */
export const figureFontSize = 13;

const { document } = parseHTML('<!doctype html><html></html>');

/**
 * Observable Plot without a browser.
 *
 * Class names of marks (`fill-training`, `stroke-muted`, ...) are what the page's style sheet recolours,
 * so every mark that is not in the colour of the text has one.
 */
export function drawPlot(options: Plot.PlotOptions): SVGElement {
  const plot = Plot.plot({
    ...options,
    document,
    className: 'plot',
  });
  // Rules for a browser's page, which the figure files do without and the page has its own of.
  plot.querySelector('style')?.remove();
  plot.removeAttribute('font-family');
  plot.removeAttribute('class');
  // An attribute where Plot would write a style, which the page's security policy keeps out.
  plot.removeAttribute('style');
  plot.setAttribute('font-size', String(figureFontSize));
  // The figure is read as one image; labels of its groups would only be flagged as misplaced.
  for (const group of plot.querySelectorAll('[aria-label]')) group.removeAttribute('aria-label');
  return plot as SVGElement;
}

/**
 * Puts plots into one figure. Its title is read aloud in place of the drawing.
 *
 * @param fields.width without the free room on each side, in pixels
 * @param fields.height likewise
 * @param fields.padding free room on each side, in pixels. @default 20
 */
export function createFigure(fields: {
  name: string;
  description: string;
  width: number;
  height: number;
  parts: readonly FigurePart[];
  padding?: number;
}): Figure {
  const { name, description, parts, padding = 20 } = fields;
  const width = Math.ceil(fields.width) + 2 * padding;
  const height = Math.ceil(fields.height) + 2 * padding;
  const root = createElement('svg', {
    xmlns: 'http://www.w3.org/2000/svg',
    class: 'plot',
    role: 'img',
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
    color: lightColours.ink,
    'font-family': 'Inter, system-ui, sans-serif',
  });
  const title = createElement('title', {});
  title.textContent = description;
  root.append(
    title,
    createElement('rect', { class: 'ground', width, height, fill: lightColours.surface }),
    ...parts.map(({ plot, x, y }) => {
      plot.setAttribute('x', String(x + padding));
      plot.setAttribute('y', String(y + padding));
      return plot;
    }),
  );
  return { name, description, width, height, svg: root.outerHTML };
}

/** The heading of a plot, above its top left corner. */
export function plotHeading(text: string, offset = -24): Plot.Markish {
  return Plot.text([text], {
    frameAnchor: 'top-left',
    dy: offset,
    fontSize: 15,
    fontWeight: 600,
  });
}

/** An element of SVG. */
export function createElement(tag: string, attributes: Record<string, string | number>): SVGElement {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  return element as SVGElement;
}
