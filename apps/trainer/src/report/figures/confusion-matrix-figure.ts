import * as Plot from '@observablehq/plot';
import { shortLabel } from '../class-labels.js';
import { countText, shareText } from '../number-text.js';
import { createFigure, drawPlot, type Figure, figureFontSize, plotHeading } from './figure.js';
import { heatTextThreshold, lightColours } from './figure-colours.js';

interface Cell {
  readonly actual: number;
  readonly predicted: number;
  readonly count: number;
  /** Of the darkest colour, 0 … 1. */
  readonly share: number;
  /** Of the images of its actual class, 0 … 1. */
  readonly ofActual: number;
}

interface Layout {
  readonly classes: readonly string[];
  readonly cellSize: number;
  readonly marginTop: number;
  readonly marginBottom: number;
  readonly marginLeft: number;
}

/** Side of a cell, in pixels: with counts and shares of a few classes, with counts of many. */
const LARGE_CELL = 56;
const SMALL_CELL = 24;
/** With more classes, cells are small. */
export const LARGEST_CLASS_COUNT_OF_LARGE_CELLS = 12;
const labelLength = 14;
const legendWidth = 90;
const legendSteps = 128;

/**
 * Counts of every pair of actual and predicted class, and their share of the actual class. Colour follows
 * the logarithm of the count: on a linear scale the few errors of a good network would all be white.
 *
 * @param confusion `[actual][predicted]`
 * @param classes what the classes are called
 */
export function confusionMatrixFigure(
  confusion: readonly (readonly number[])[],
  classes: readonly string[],
): Figure {
  const share = heatShare(confusion);
  const cells = confusion.flatMap((row, actual) => {
    const total = row.reduce((sum, count) => sum + count, 0);
    return row.map(
      (count, predicted): Cell => ({
        actual,
        predicted,
        count,
        share: share(count),
        ofActual: count / Math.max(1, total),
      }),
    );
  });
  const total = cells.reduce((sum, { count }) => sum + count, 0);
  const right = confusion.reduce((sum, row, label) => sum + row[label], 0);
  const cellSize = classes.length > LARGEST_CLASS_COUNT_OF_LARGE_CELLS ? SMALL_CELL : LARGE_CELL;
  const labelRoom = Math.min(labelLength, Math.max(...classes.map((name) => name.length))) * 7.2;
  const layout = {
    classes,
    cellSize,
    marginTop: 40,
    // Names that are wider than their cells stand upright.
    marginBottom: 34 + (labelRoom > cellSize ? labelRoom : 14),
    marginLeft: 44 + labelRoom,
  };
  const width = layout.marginLeft + classes.length * cellSize + legendWidth + 12;
  const height = layout.marginTop + classes.length * cellSize + layout.marginBottom;
  return createFigure({
    name: 'confusion-matrix',
    description: `Confusion matrix of ${countText(total)} test images, actual class down, predicted class across: ${countText(right)} on the diagonal, ${countText(total - right)} off it.`,
    width,
    height,
    parts: [
      { plot: drawMatrix(cells, layout, width - legendWidth, height), x: 0, y: 0 },
      { plot: drawLegend(Math.max(1, ...confusion.flat()), layout, height), x: width - legendWidth, y: 0 },
    ],
  });
}

/** From a count to the share of the darkest colour in its cell, 0 … 1. */
export function heatShare(confusion: readonly (readonly number[])[]): (count: number) => number {
  const highest = Math.max(1, ...confusion.flat());
  return (count) => Math.log1p(count) / Math.log1p(highest);
}

function drawMatrix(cells: readonly Cell[], layout: Layout, width: number, height: number): SVGElement {
  const { classes, cellSize, ...margins } = layout;
  const isLarge = cellSize === LARGE_CELL;
  const isUpright = margins.marginBottom > 48;
  const axis = {
    domain: classes.map((_, label) => label),
    padding: 0,
    labelAnchor: 'center',
    labelArrow: 'none',
    tickSize: 0,
    tickFormat: (label: number) => shortLabel(classes[label], labelLength),
  } as const;
  const position = { x: 'predicted', y: 'actual' };
  const label = (className: string, fill: string, filter: (cell: Cell) => boolean, fontWeight = 400) => [
    Plot.text(cells, {
      ...position,
      text: (cell: Cell) => String(cell.count),
      filter,
      fill,
      className,
      fontWeight,
      fontSize: isLarge ? figureFontSize : 9,
      dy: isLarge && fontWeight === 600 ? -6 : 0,
    }),
    isLarge && fontWeight === 600
      ? Plot.text(cells, {
          ...position,
          text: (cell: Cell) => shareText(cell.ofActual),
          filter,
          fill,
          className: `${className} share`,
          fontSize: 10.5,
          dy: 9,
        })
      : null,
  ];
  const isDark = (cell: Cell) => cell.share >= heatTextThreshold;
  return drawPlot({
    width,
    height,
    ...margins,
    marginRight: 12,
    x: { ...axis, label: 'Predicted', tickRotate: isUpright ? -90 : 0 },
    y: { ...axis, label: 'Actual' },
    opacity: { type: 'identity' },
    marks: [
      plotHeading('Confusion matrix', -32),
      Plot.cell(cells, {
        ...position,
        fill: lightColours.heat,
        fillOpacity: 'share',
        className: 'fill-heat',
        inset: isLarge ? 1 : 0.5,
        rx: isLarge ? 2 : 0,
      }),
      label('fill-muted', lightColours.muted, (cell) => isLarge && cell.count === 0),
      label('fill-on-surface', lightColours.onSurface, (cell) => cell.count > 0 && !isDark(cell), 600),
      label('fill-on-heat', lightColours.onHeat, isDark, 600),
      Plot.frame({ stroke: lightColours.muted, strokeOpacity: 0.35, className: 'stroke-muted' }),
    ],
  });
}

/** A bar from no image to the largest count. */
function drawLegend(highest: number, layout: Layout, height: number): SVGElement {
  const { marginTop, marginBottom } = layout;
  const steps = Array.from({ length: legendSteps }, (_, step) => step / legendSteps);
  const counts = [0, 1, 10, 100, 1000, 10_000].filter((count) => count <= highest);
  return drawPlot({
    width: legendWidth,
    height,
    marginTop,
    marginBottom,
    marginLeft: 14,
    marginRight: 56,
    x: { type: 'linear', domain: [0, 1], axis: null },
    y: { type: 'linear', domain: [0, 1], axis: null },
    opacity: { type: 'identity' },
    marks: [
      Plot.rect(steps, {
        x1: 0,
        x2: 1,
        y1: (step: number) => step,
        y2: (step: number) => step + 1 / legendSteps,
        fill: lightColours.heat,
        fillOpacity: (step: number) => step + 0.5 / legendSteps,
        shapeRendering: 'crispEdges',
        className: 'fill-heat',
      }),
      Plot.frame({ stroke: lightColours.muted, strokeOpacity: 0.35, className: 'stroke-muted' }),
      Plot.axisY(counts.map(heatShare([[highest]])), {
        anchor: 'right',
        label: null,
        tickFormat: (_: number, index: number) => countText(counts[index]),
      }),
      Plot.text(['Images'], { frameAnchor: 'top-left', dy: -20 }),
    ],
  });
}
