import type { ReportInput } from '../report-input.js';
import type { TestFindings } from '../test-findings.js';
import { confusionMatrixFigure } from './confusion-matrix-figure.js';
import { curvesFigure } from './curves-figure.js';
import type { Figure } from './figure.js';
import { misclassifiedFigure } from './misclassified-figure.js';
import { reliabilityFigure } from './reliability-figure.js';
import { samplesFigure } from './samples-figure.js';

export interface ReportFigures {
  readonly samples: Figure;
  readonly curves: Figure;
  readonly confusionMatrix: Figure;
  readonly misclassified: Figure;
  readonly reliability: Figure;
}

export async function drawReportFigures(input: ReportInput, findings: TestFindings): Promise<ReportFigures> {
  return {
    samples: await samplesFigure(input.samples, input.data.title),
    curves: curvesFigure(input.history),
    confusionMatrix: confusionMatrixFigure(findings.confusion),
    misclassified: await misclassifiedFigure(input.test, findings.misclassified),
    reliability: reliabilityFigure(findings.calibration),
  };
}
