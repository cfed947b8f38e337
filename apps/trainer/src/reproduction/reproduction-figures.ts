import { confusionMatrix } from '@lenet/core/metrics';
import { confusionMatrixFigure } from '../report/figures/confusion-matrix-figure.js';
import { curvesFigure } from '../report/figures/curves-figure.js';
import type { Figure } from '../report/figures/figure.js';
import { samplesFigure } from '../report/figures/samples-figure.js';
import type { Reproduction } from './reproduction.js';

/** The figures of the first seed. */
export interface ReproductionFigures {
  readonly samples: Figure;
  readonly curves: Figure;
  readonly confusion: Figure;
}

export async function drawReproductionFigures(done: Reproduction): Promise<ReproductionFigures> {
  const { training, test, identity, records } = done;
  const { predictions, history } = records[0];
  const { classCount } = test;
  return {
    samples: await samplesFigure(training, identity.title),
    curves: curvesFigure(history),
    confusion: confusionMatrixFigure(confusionMatrix(test.labels, predictions, { classCount })),
  };
}
