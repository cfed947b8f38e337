import * as Plot from '@observablehq/plot';
import { drawEpochPanel, wholeWidth as width } from '../report/figures/epoch-panel.js';
import { createFigure, drawPlot, type Figure } from '../report/figures/figure.js';
import { percentText } from '../report/number-text.js';
import type { ComparedRun } from './compared-run.js';
import type { CurvePoint } from './parse-run-tables.js';

/**
 * Of the runs in turn, as `#rrggbb`: in between light and dark, so that each has a contrast of 3 or more with
 * both grounds of the page, and one figure serves for both.
 */
export const runColours = [
  '#3d7fd6',
  '#c5661b',
  '#2b9060',
  '#b95a9b',
  '#8b7b1c',
  '#7d70d8',
  '#1c8aa0',
  '#cb5252',
] as const;

/** Of runs whose colours come again. */
const dashes = ['none', '7 4', '2 3', '9 3 2 3'] as const;

const narrowWidth = 400;
const panelHeight = 280;
const legendRowHeight = 22;
/** Of the letters of paths, in pixels. */
const averageLetterWidth = 7;
const margins = { marginTop: 44, marginRight: 40, marginBottom: 44, marginLeft: 76 };

/** Accuracy and loss of all runs over their epochs, one above the other, with a legend. */
export function comparisonFigure(runs: readonly ComparedRun[]): Figure {
  const legendHeight = legendHeightOf(runs);
  return createFigure({
    name: 'curves',
    description: `${heading(runs, 'Accuracy')} above, loss below. ${describe(runs)}`,
    width,
    height: legendHeight + 2 * panelHeight,
    parts: [
      { plot: drawLegend(runs, width), x: 0, y: 0 },
      { plot: drawPanel(runs, 'accuracy', width), x: 0, y: legendHeight },
      { plot: drawPanel(runs, 'loss', width), x: 0, y: legendHeight + panelHeight },
    ],
  });
}

/** The same as two figures for a page that sets them beside or below each other. */
export function comparisonPanels(runs: readonly ComparedRun[]): Figure[] {
  return (['accuracy', 'loss'] as const).map((measure) =>
    createFigure({
      name: `${measure}-curves`,
      description: `${heading(runs, measure === 'accuracy' ? 'Accuracy' : 'Loss')}. ${describe(runs)}`,
      width: narrowWidth,
      height: legendHeightOf(runs) + panelHeight,
      parts: [
        { plot: drawLegend(runs, narrowWidth), x: 0, y: 0 },
        { plot: drawPanel(runs, measure, narrowWidth), x: 0, y: legendHeightOf(runs) },
      ],
      padding: 0,
    }),
  );
}

const legendHeightOf = (runs: readonly ComparedRun[]) => 8 + runs.length * legendRowHeight;

function drawPanel(
  runs: readonly ComparedRun[],
  measure: 'accuracy' | 'loss',
  panelWidth: number,
): SVGElement {
  return drawEpochPanel({
    heading: heading(runs, measure === 'accuracy' ? 'Accuracy' : 'Loss'),
    epochs: runs.flatMap(({ history }) => history.map(({ epoch }) => epoch)),
    width: panelWidth,
    height: panelHeight,
    margins,
    measure,
    domain: domainOf(runs, measure),
    marks: runs.flatMap((run, index) => drawCurve(run.history, index, measure)),
  });
}

/** The line of a run with its number at the end. */
function drawCurve(points: readonly CurvePoint[], run: number, measure: 'accuracy' | 'loss'): Plot.Markish[] {
  const position = { x: 'epoch', y: measure, clip: true } as const;
  const colour = colourOf(run);
  return [
    Plot.lineY(points, { ...position, stroke: colour, strokeWidth: 2, strokeDasharray: dashOf(run) }),
    ...(points.length < 2 ? [Plot.dot(points, { ...position, fill: colour, r: 3.5 })] : []),
    Plot.text(points.slice(-1), {
      x: 'epoch',
      y: measure,
      text: () => String(run + 1),
      fill: colour,
      fontWeight: 600,
      textAnchor: 'start',
      // Numbers of lines that end together stand beside each other.
      dx: 6 + (run % 3) * 11,
    }),
  ];
}

function drawLegend(runs: readonly ComparedRun[], legendWidth: number): SVGElement {
  const start = margins.marginLeft;
  const height = legendHeightOf(runs);
  const letters = Math.floor((legendWidth - start - 60) / averageLetterWidth);
  return drawPlot({
    width: legendWidth,
    height,
    margin: 0,
    x: { type: 'linear', domain: [0, legendWidth], axis: null },
    y: { type: 'linear', domain: [height, 0], axis: null },
    marks: runs.flatMap(({ path }, run) => {
      const y = legendRowHeight / 2 + run * legendRowHeight;
      const line = [start, start + 28].map((x) => ({ x, y }));
      return [
        Plot.line(line, {
          x: 'x',
          y: 'y',
          stroke: colourOf(run),
          strokeWidth: 2,
          strokeDasharray: dashOf(run),
        }),
        Plot.text([`${run + 1}  ${shortPath(path, letters)}`], { x: start + 38, y, textAnchor: 'start' }),
      ];
    }),
  });
}

/** Losses of first epochs would press all that matters into a line: the range is that of the later half. */
function domainOf(runs: readonly ComparedRun[], measure: 'accuracy' | 'loss'): [number, number] {
  const all = runs.flatMap(({ history }) => history.map((point) => point[measure]));
  const late = runs.flatMap(({ history }) =>
    history.slice(Math.floor(history.length / 4)).map((point) => point[measure]),
  );
  if (measure === 'loss') return [0, Math.max(0.001, ...late) * 1.05];
  const room = Math.max(0.002, (Math.max(...late) - Math.min(...late)) * 0.08);
  return [Math.max(0, Math.min(...late) - room), Math.min(1, Math.max(...all) + room)];
}

const colourOf = (run: number) => runColours[run % runColours.length];
const dashOf = (run: number) => dashes[Math.floor(run / runColours.length) % dashes.length];

/** The end of a path, which tells more than its beginning. */
function shortPath(path: string, length: number): string {
  return path.length <= length ? path : `…${path.slice(1 - length)}`;
}

function heading(runs: readonly ComparedRun[], measure: string): string {
  return runs.every(({ validation }) => validation)
    ? `${measure} of validation by epoch`
    : `${measure} by epoch`;
}

function describe(runs: readonly ComparedRun[]): string {
  const texts = runs.map(({ path, history }, run) => {
    const { epoch, accuracy, loss } = history.at(-1)!;
    return `${run + 1}, ${path}: ${percentText(accuracy)} and ${loss.toFixed(4)} after epoch ${epoch}`;
  });
  return `${texts.join('; ')}.`;
}
