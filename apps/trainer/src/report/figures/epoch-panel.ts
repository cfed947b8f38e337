import type { Markish } from '@observablehq/plot';
import { epochTicks } from './epoch-ticks.js';
import { drawPlot, plotHeading } from './figure.js';

/** Of figures that stand alone; panels that are narrower have fewer ticks. */
export const wholeWidth = 720;

/** One measure over the epochs. */
export interface EpochPanel {
  readonly heading: string;
  readonly epochs: readonly number[];
  /** In pixels. */
  readonly width: number;
  readonly height: number;
  readonly margins: {
    readonly marginTop: number;
    readonly marginRight: number;
    readonly marginBottom: number;
    readonly marginLeft: number;
  };
  readonly measure: 'accuracy' | 'loss';
  readonly domain: readonly [number, number];
  readonly marks: readonly Markish[];
}

/** Axes, grid and heading, with the marks in them. */
export function drawEpochPanel(panel: EpochPanel): SVGElement {
  const { heading, epochs, width, height, margins, measure, domain, marks } = panel;
  const first = Math.min(...epochs);
  const last = Math.max(...epochs);
  const isAccuracy = measure === 'accuracy';
  return drawPlot({
    width,
    height,
    ...margins,
    x: {
      type: 'linear',
      // A single epoch would have a domain without width.
      domain: first === last ? [first - 0.5, last + 0.5] : [first, last],
      ticks: epochTicks(first, last, width < wholeWidth ? 8 : 12),
      tickFormat: 'd',
      label: 'Epoch',
      labelAnchor: 'center',
      labelArrow: 'none',
    },
    y: {
      label: isAccuracy ? 'Accuracy' : 'Loss (nats)',
      domain,
      ...(isAccuracy && { tickFormat: (value: number) => `${Number((value * 100).toFixed(2))} %` }),
      nice: true,
      grid: true,
      ticks: 5,
      tickSize: 0,
      labelAnchor: 'center',
      labelArrow: 'none',
    },
    marks: [plotHeading(heading, -28), ...marks],
  });
}
