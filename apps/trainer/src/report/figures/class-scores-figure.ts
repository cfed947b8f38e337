import type { ClassificationReport, ClassScores } from '@lenet/core/metrics';
import * as Plot from '@observablehq/plot';
import { shortLabel } from '../class-labels.js';
import { percentText } from '../number-text.js';
import { createFigure, drawPlot, type Figure, type FigurePart, plotHeading } from './figure.js';
import { lightColours } from './figure-colours.js';

const panelWidth = 256;
const rowHeight = 20;
const marginTop = 58;
const marginBottom = 8;
const labelLength = 14;

const scores = [
  { key: 'precision', heading: 'Precision' },
  { key: 'recall', heading: 'Recall' },
  { key: 'f1Score', heading: 'F1' },
] as const;

/**
 * Bars of precision, recall and F1 of each class, from the perfect score on the right down to the score,
 * so that a bar is what is missing: its length says the truth wherever the axis ends on the left.
 */
export function classScoresFigure(report: ClassificationReport): Figure {
  const panels = drawPanels(report);
  return createFigure({
    name: 'class-scores',
    description: describe(report),
    width: panels.length * panelWidth,
    height: heightOf(report),
    parts: panels.map((plot, index): FigurePart => ({ plot, x: index * panelWidth, y: 0 })),
  });
}

/** The same, each score in a figure of its own, for a page that sets them beside or below each other. */
export function classScorePanels(report: ClassificationReport): Figure[] {
  return drawPanels(report).map((plot, index) => {
    const { key, heading } = scores[index];
    return createFigure({
      name: `class-${heading.toLowerCase()}`,
      description: `${heading} by class: ${lowestText(report, key)}.`,
      width: panelWidth,
      height: heightOf(report),
      parts: [{ plot, x: 0, y: 0 }],
      padding: 0,
    });
  });
}

const heightOf = ({ classes }: ClassificationReport) => marginTop + marginBottom + classes.length * rowHeight;

function drawPanels(report: ClassificationReport): SVGElement[] {
  const { classes } = report;
  const from = axisStart(classes);
  const labels = new Map(classes.map(({ label, name }) => [label, shortLabel(name, labelLength)]));
  const longest = Math.max(...Array.from(labels.values(), (label) => label.length));
  const percent = (score: number) => `${Number((score * 100).toFixed(1))} %`;
  return scores.map(({ key, heading }) =>
    drawPlot({
      width: panelWidth,
      height: heightOf(report),
      marginTop,
      marginBottom,
      marginLeft: 16 + longest * 7.5,
      marginRight: 46,
      x: {
        type: 'linear',
        domain: [from, 1],
        axis: 'top',
        ticks: [from, (from + 1) / 2, 1],
        tickFormat: percent,
        tickSize: 0,
        label: null,
        grid: true,
      },
      y: {
        type: 'band',
        domain: classes.map(({ label }) => label),
        label: null,
        tickSize: 0,
        tickFormat: (label: number) => labels.get(label)!,
        padding: 0.3,
      },
      marks: [
        plotHeading(heading, -40),
        Plot.barX(classes, {
          x1: key,
          x2: 1,
          y: 'label',
          fill: lightColours.training,
          fillOpacity: 0.85,
          className: 'fill-training',
        }),
        Plot.text(classes, {
          x: 1,
          y: 'label',
          text: (score: ClassScores) => (score[key] * 100).toFixed(1),
          textAnchor: 'start',
          dx: 7,
          fontSize: 12,
          className: 'score',
        }),
        Plot.ruleX([1], { stroke: lightColours.muted, className: 'stroke-muted' }),
      ],
    }),
  );
}

/** A round figure at or below all scores. */
function axisStart(classes: readonly ClassScores[]): number {
  const lowest = Math.min(...classes.flatMap((score) => scores.map(({ key }) => score[key])));
  return [0.99, 0.98, 0.95, 0.9, 0.8, 0.5].find((start) => start < lowest) ?? 0;
}

function describe(report: ClassificationReport): string {
  const texts = scores.map(({ key, heading }) => `${heading} ${lowestText(report, key)}`);
  return `Precision, recall and F1 of ${report.classes.length} classes. ${texts.join('; ')}.`;
}

function lowestText({ classes, macroAverage }: ClassificationReport, key: (typeof scores)[number]['key']) {
  const lowest = classes.reduce((least, score) => (score[key] < least[key] ? score : least));
  return `${percentText(macroAverage[key])} on average, least ${percentText(lowest[key])} for ${lowest.name}`;
}
