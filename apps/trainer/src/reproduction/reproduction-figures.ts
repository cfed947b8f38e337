import { confusionMatrix } from '@lenet/core/metrics';
import { classLabels } from '../report/class-labels.js';
import { confusionMatrixFigure } from '../report/figures/confusion-matrix-figure.js';
import { curvePanels, curvesFigure } from '../report/figures/curves-figure.js';
import type { Figure } from '../report/figures/figure.js';
import { firstImageFigure } from '../report/figures/first-image-figure.js';
import { samplesFigure } from '../report/figures/samples-figure.js';
import type { Reproduction } from './reproduction.js';

/** The figures of the first seed. */
export interface ReproductionFigures {
  readonly firstImage: Figure;
  readonly samples: Figure;
  /** Two, to be set side by side or one above the other, as they were published. */
  readonly curves: readonly Figure[];
  /** Both in one figure, where they were published one above the other. */
  readonly curvesInOne?: Figure;
  readonly confusion: Figure;
}

export function drawReproductionFigures(done: Reproduction): ReproductionFigures {
  const { experiment, training, test, identity, records } = done;
  const { predictions, history } = records[0];
  const { classCount } = test;
  const classes = classLabels(classCount, identity.classes);
  const isSideBySide = experiment.curves === 'side by side';
  return {
    firstImage: firstImageFigure(training, classes),
    samples: samplesFigure(training, classes, identity.title),
    curves: curvePanels(history),
    ...(!isSideBySide && { curvesInOne: curvesFigure(history) }),
    confusion: confusionMatrixFigure(confusionMatrix(test.labels, predictions, { classCount }), classes),
  };
}
