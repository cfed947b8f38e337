import { exampleText } from '../example-text.js';
import type { NetworkViews } from '../network-views.js';
import type { ReportInput } from '../report-input.js';
import type { TestFindings } from '../test-findings.js';
import { classScoresFigure } from './class-scores-figure.js';
import { confusionMatrixFigure } from './confusion-matrix-figure.js';
import { curvesFigure } from './curves-figure.js';
import type { Figure } from './figure.js';
import { misclassifiedFigure } from './misclassified-figure.js';
import { featureMapsFigure, filtersFigure } from './network-figures.js';
import { reliabilityFigure } from './reliability-figure.js';
import { samplesFigure } from './samples-figure.js';

/** The figures that lie beside the page as files. */
export function drawReportFigures(
  input: ReportInput,
  findings: TestFindings,
  network: NetworkViews,
): Figure[] {
  const { classes, confusion, misclassified, report, calibration } = findings;
  const { test } = input;
  const figures = [
    samplesFigure(input.samples, classes, input.data.title),
    curvesFigure(input.history),
    confusionMatrixFigure(confusion, classes),
    misclassifiedFigure(test, misclassified, classes),
    reliabilityFigure(calibration),
    classScoresFigure(report),
    filtersFigure(network),
  ];
  // A network of one layer makes nothing on the way to its answer.
  if (network.maps.length === 0) return figures;
  const given = exampleText(findings, test.labels, network.example);
  return [...figures, featureMapsFigure(network, test, given)];
}
