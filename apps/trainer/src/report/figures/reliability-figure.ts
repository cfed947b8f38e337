import type { Calibration, CalibrationBin } from '@lenet/core/metrics';
import * as Plot from '@observablehq/plot';
import { countText, percentText } from '../number-text.js';
import { createFigure, drawPlot, type Figure, plotHeading } from './figure.js';
import { lightColours } from './figure-colours.js';

const width = 480;
const height = 440;

/**
 * How often answers of each confidence are right, beside the line of perfect calibration.
 *
 * @param padding free room on each side, in pixels. @default 20
 */
export function reliabilityFigure({ bins, expectedCalibrationError }: Calibration, padding = 20): Figure {
  const filled = bins.filter(({ count }) => count > 0);
  const percent = (value: number) => `${Math.round(value * 100)} %`;
  const axis = {
    type: 'linear',
    domain: [0, 1],
    tickFormat: percent,
    labelAnchor: 'center',
    labelArrow: 'none',
  } as const;
  const error = percentText(expectedCalibrationError);
  const plot = drawPlot({
    width,
    height,
    marginTop: 72,
    marginRight: 26,
    marginBottom: 52,
    marginLeft: 64,
    x: { ...axis, ticks: 5, label: 'Confidence (largest probability)' },
    y: { ...axis, ticks: 5, tickSize: 0, label: 'Accuracy', grid: true },
    marks: [
      plotHeading('Reliability', -68),
      Plot.text([`Expected calibration error ${error}, ${bins.length} bins`], {
        frameAnchor: 'top-left',
        dy: -46,
        fill: lightColours.muted,
        className: 'fill-muted',
      }),
      Plot.rectY(filled, {
        x1: 'from',
        x2: 'to',
        y: 'accuracy',
        inset: 1,
        fill: lightColours.training,
        fillOpacity: 0.55,
        className: 'fill-training',
      }),
      Plot.line(
        [
          [0, 0],
          [1, 1],
        ],
        { stroke: lightColours.muted, strokeDasharray: '4 4', className: 'stroke-muted' },
      ),
      Plot.dot(filled, {
        x: 'confidence',
        y: 'accuracy',
        r: 4,
        fill: lightColours.validation,
        className: 'fill-validation',
      }),
      Plot.text(bins, {
        x: (bin: CalibrationBin) => (bin.from + bin.to) / 2,
        frameAnchor: 'top',
        dy: -18,
        text: (bin: CalibrationBin) => countText(bin.count),
        fontSize: 11,
        fill: lightColours.muted,
        className: 'fill-muted',
      }),
    ],
  });
  return createFigure({
    name: 'reliability',
    description: `Accuracy of the answers by their confidence in ${bins.length} bins; expected calibration error ${error}.`,
    width,
    height,
    parts: [{ plot, x: 0, y: 0 }],
    padding,
  });
}
