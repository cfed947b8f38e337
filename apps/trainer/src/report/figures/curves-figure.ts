import type { Evaluation } from '@lenet/core';
import type { EpochRecord } from '@lenet/core/training';
import * as Plot from '@observablehq/plot';
import { percentText } from '../number-text.js';
import { drawEpochPanel, wholeWidth as width } from './epoch-panel.js';
import { createFigure, drawPlot, type Figure } from './figure.js';
import { lightColours } from './figure-colours.js';

interface CurvePoint {
  readonly epoch: number;
  readonly value: number;
}

interface Curves {
  readonly training: readonly CurvePoint[];
  /** Empty where there was no validation set. */
  readonly validation: readonly CurvePoint[];
}

const narrowWidth = 400;
const panelHeight = 270;
const legendHeight = 28;
const margins = { marginTop: 44, marginRight: 24, marginBottom: 44, marginLeft: 76 };

/** Accuracy and loss of training and validation over the epochs, one above the other. */
export function curvesFigure(history: readonly EpochRecord[]): Figure {
  const [accuracy, loss] = drawPanels(history, width);
  return createFigure({
    name: 'curves',
    description: `Accuracy above, loss below, by epoch. ${describe(history)}`,
    width,
    height: legendHeight + 2 * panelHeight,
    parts: [
      { plot: drawLegend(history, width), x: 0, y: 0 },
      { plot: accuracy, x: 0, y: legendHeight },
      { plot: loss, x: 0, y: legendHeight + panelHeight },
    ],
  });
}

/** The same as two figures for a page that sets them beside or below each other. */
export function curvePanels(history: readonly EpochRecord[]): Figure[] {
  return drawPanels(history, narrowWidth).map((plot, index) =>
    createFigure({
      name: ['accuracy-curve', 'loss-curve'][index],
      description: `${['Accuracy', 'Loss'][index]} by epoch. ${describe(history)}`,
      width: narrowWidth,
      height: legendHeight + panelHeight,
      parts: [
        { plot: drawLegend(history, narrowWidth), x: 0, y: 0 },
        { plot, x: 0, y: legendHeight },
      ],
      padding: 0,
    }),
  );
}

function drawPanels(history: readonly EpochRecord[], panelWidth: number): [SVGElement, SVGElement] {
  const accuracy = curvesOf(history, (evaluation) => evaluation.accuracy);
  const loss = curvesOf(history, (evaluation) => evaluation.loss);
  const draw = (
    measure: 'accuracy' | 'loss',
    { training, validation }: Curves,
    domain: readonly [number, number],
  ) =>
    drawEpochPanel({
      heading: `${measure === 'accuracy' ? 'Accuracy' : 'Loss'} by epoch`,
      epochs: history.map(({ epoch }) => epoch),
      width: panelWidth,
      height: panelHeight,
      margins,
      measure,
      domain,
      marks: [...drawCurve(training, 'training'), ...drawCurve(validation, 'validation')],
    });
  return [draw('accuracy', accuracy, accuracyDomain(accuracy)), draw('loss', loss, lossDomain(loss))];
}

/** Colour, line and shape all tell the two apart. */
const styles = {
  training: { colour: lightColours.training, symbol: 'circle', dash: 'none' },
  validation: { colour: lightColours.validation, symbol: 'square', dash: '6 4' },
} as const;

function drawCurve(points: readonly CurvePoint[], kind: keyof typeof styles): Plot.Markish[] {
  const { colour, symbol, dash } = styles[kind];
  const position = { x: 'epoch', y: 'value' };
  return [
    Plot.lineY(points, {
      ...position,
      stroke: colour,
      strokeWidth: 2,
      strokeDasharray: dash,
      className: `stroke-${kind}`,
    }),
    Plot.dot(points, {
      ...position,
      fill: colour,
      symbol,
      r: points.length > 30 ? 2.25 : 3.5,
      className: `fill-${kind}`,
    }),
  ];
}

function drawLegend(history: readonly EpochRecord[], legendWidth: number): SVGElement {
  const hasValidation = history.some(({ validation }) => validation);
  const entries: [keyof typeof styles, string, number][] = [['training', 'Training', margins.marginLeft]];
  if (hasValidation) entries.push(['validation', 'Validation', margins.marginLeft + 120]);
  return drawPlot({
    width: legendWidth,
    height: legendHeight,
    margin: 0,
    x: { type: 'linear', domain: [0, legendWidth], axis: null },
    y: { type: 'linear', domain: [0, 1], axis: null },
    marks: entries.flatMap(([kind, label, start]) => [
      ...drawCurve(
        [start, start + 14, start + 28].map((epoch) => ({ epoch, value: 0.4 })),
        kind,
      ).slice(0, 1),
      ...drawCurve([{ epoch: start + 14, value: 0.4 }], kind).slice(1),
      Plot.text([label], { x: start + 38, y: 0.4, textAnchor: 'start' }),
    ]),
  });
}

function curvesOf(history: readonly EpochRecord[], value: (evaluation: Evaluation) => number): Curves {
  return {
    training: history.map(({ epoch, training }) => ({ epoch, value: value(training) })),
    validation: history.flatMap(({ epoch, validation }) =>
      validation ? [{ epoch, value: value(validation) }] : [],
    ),
  };
}

function accuracyDomain({ training, validation }: Curves): [number, number] {
  const values = [...training, ...validation].map(({ value }) => value);
  const lowest = Math.min(...values);
  const highest = Math.max(...values);
  const room = Math.max(0.005, (highest - lowest) * 0.08);
  return [Math.max(0, lowest - room), Math.min(1, highest + room)];
}

function lossDomain({ training, validation }: Curves): [number, number] {
  return [0, Math.max(0.001, ...[...training, ...validation].map(({ value }) => value)) * 1.05];
}

function describe(history: readonly EpochRecord[]): string {
  const last = history.at(-1);
  if (!last) return 'No epoch was completed.';
  const sentence = (name: string, { accuracy, loss }: Evaluation) =>
    `${name} accuracy ${percentText(accuracy)}, loss ${loss.toFixed(4)}`;
  const texts = [sentence('training', last.training)];
  if (last.validation) texts.push(sentence('validation', last.validation));
  return `After epoch ${last.epoch}: ${texts.join('; ')}.`;
}
