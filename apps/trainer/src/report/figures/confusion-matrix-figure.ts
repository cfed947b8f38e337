import * as Plot from '@observablehq/plot';
import { countText } from '../number-text.js';
import { createFigure, drawPlot, type Figure, plotHeading } from './figure.js';
import { heatTextThreshold, lightColours } from './figure-colours.js';

interface Cell {
  readonly actual: number;
  readonly predicted: number;
  readonly count: number;
  /** Of the darkest colour, 0 … 1. */
  readonly share: number;
}

const width = 720;
const height = 640;
const margins = { marginTop: 40, marginBottom: 48 };
const legendWidth = 90;
const legendSteps = 128;

/**
 * Counts of every pair of actual and predicted class. Colour follows the logarithm of the count: on a
 * linear scale the few errors of a good network would all be white.
 *
 * @param confusion `[actual][predicted]`
 */
export function confusionMatrixFigure(confusion: readonly (readonly number[])[]): Figure {
  const highest = Math.max(1, ...confusion.flat());
  const share = (count: number) => Math.log1p(count) / Math.log1p(highest);
  const cells = confusion.flatMap((row, actual) =>
    row.map((count, predicted): Cell => ({ actual, predicted, count, share: share(count) })),
  );
  const total = cells.reduce((sum, { count }) => sum + count, 0);
  const right = cells.reduce(
    (sum, { actual, predicted, count }) => sum + (actual === predicted ? count : 0),
    0,
  );
  return createFigure({
    name: 'confusion-matrix',
    description: `Confusion matrix of ${countText(total)} test images, actual class down, predicted class across: ${countText(right)} on the diagonal, ${countText(total - right)} off it.`,
    width,
    height,
    parts: [
      { plot: drawMatrix(cells, confusion.length), x: 0, y: 0 },
      { plot: drawLegend(highest, share), x: width - legendWidth, y: 0 },
    ],
  });
}

function drawMatrix(cells: readonly Cell[], classCount: number): SVGElement {
  const classes = Array.from({ length: classCount }, (_, index) => index);
  const axis = {
    domain: classes,
    padding: 0,
    labelAnchor: 'center',
    labelArrow: 'none',
    tickSize: 0,
  } as const;
  const position = { x: 'predicted', y: 'actual' };
  const label = (className: string, fill: string, filter: (cell: Cell) => boolean, fontWeight = 400) =>
    Plot.text(cells, {
      ...position,
      text: (cell: Cell) => String(cell.count),
      filter,
      fill,
      className,
      fontWeight,
    });
  const isDark = (cell: Cell) => cell.share >= heatTextThreshold;
  return drawPlot({
    width: width - legendWidth,
    height,
    ...margins,
    marginLeft: 64,
    marginRight: 12,
    x: { ...axis, label: 'Predicted' },
    y: { ...axis, label: 'Actual' },
    opacity: { type: 'identity' },
    marks: [
      plotHeading('Confusion matrix', -32),
      Plot.cell(cells, {
        ...position,
        fill: lightColours.heat,
        fillOpacity: 'share',
        className: 'fill-heat',
        inset: 1,
        rx: 3,
      }),
      label('fill-muted', lightColours.muted, (cell) => cell.count === 0),
      label('fill-on-surface', lightColours.onSurface, (cell) => cell.count > 0 && !isDark(cell), 600),
      label('fill-on-heat', lightColours.onHeat, isDark, 600),
      Plot.frame({ stroke: lightColours.muted, strokeOpacity: 0.35, className: 'stroke-muted' }),
    ],
  });
}

/** A bar from no image to the largest count. */
function drawLegend(highest: number, share: (count: number) => number): SVGElement {
  const steps = Array.from({ length: legendSteps }, (_, step) => step / legendSteps);
  const counts = [0, 1, 10, 100, 1000, 10_000].filter((count) => count <= highest);
  return drawPlot({
    width: legendWidth,
    height,
    ...margins,
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
      Plot.axisY(counts.map(share), {
        anchor: 'right',
        label: null,
        tickFormat: (_: number, index: number) => countText(counts[index]),
      }),
      Plot.text(['Images'], { frameAnchor: 'top-left', dy: -20 }),
    ],
  });
}
