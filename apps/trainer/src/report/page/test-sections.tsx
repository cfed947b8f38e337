import { formatClassificationReport } from '@lenet/core/metrics';
import { largestMisclassifiedCount } from '../figures/misclassified-figure.js';
import type { ReportFigures } from '../figures/report-figures.js';
import { countedText, countText, percentText } from '../number-text.js';
import type { TestFindings } from '../test-findings.js';
import { DataTable, ScrollArea } from './data-table.js';
import { FigureView } from './figure-view.js';
import { Section } from './section.js';

/** What the network made of the test set. */
export function TestSections(props: {
  findings: TestFindings;
  figures: ReportFigures;
  attribution?: string;
}) {
  const { findings, figures, attribution } = props;
  const { confusion, misclassified, calibration } = findings;
  const classes = confusion.map((_, label) => label);
  return (
    <>
      <Section name="confusion">
        <FigureView figure={figures.confusionMatrix} label="Confusion matrix">
          Test images by their actual class (down) and the class that the network saw in them (across). The
          shade follows the logarithm of the count, so that rare confusions show.
        </FigureView>
        <details>
          <summary>The matrix as a table</summary>
          <DataTable
            caption="Test images by actual class (rows) and predicted class (columns)"
            columns={['Actual', ...classes.map((label) => `Predicted ${label}`)]}
            rows={confusion.map((row, actual) => [actual, ...row.map(countText)])}
          />
        </details>
      </Section>
      <Section name="classes">
        <DataTable
          caption="Precision, recall and F1 of each class"
          columns={['Class', 'Precision', 'Recall', 'F1', 'Images', 'Misread', 'Most often read as']}
          rows={classRows(findings)}
        />
        <p>The same as a classification report in the layout of scikit-learn:</p>
        <ScrollArea label="Classification report">
          <pre>{formatClassificationReport(findings.report)}</pre>
        </ScrollArea>
      </Section>
      <Section name="misclassified">
        <FigureView figure={figures.misclassified} label="Misclassified digits">
          {misclassified.length === 0
            ? 'No test image was misclassified.'
            : `${countedText(Math.min(largestMisclassifiedCount, misclassified.length), 'error')} of ${countText(misclassified.length)}, with the probability that the network gave to its wrong answer.`}{' '}
          {misclassified.length > 0 && attribution}
        </FigureView>
      </Section>
      <Section name="reliability">
        <FigureView figure={figures.reliability} label="Reliability diagram">
          Bars show how often answers of each confidence are right, dots the mean confidence within the bar,
          and the numbers above how many answers there are. On the dashed line the probabilities could be
          taken at their word. The expected calibration error is{' '}
          {percentText(calibration.expectedCalibrationError)}.
        </FigureView>
        <details>
          <summary>The bins as a table</summary>
          <DataTable
            caption="Answers by confidence"
            columns={['Confidence', 'Answers', 'Mean confidence', 'Accuracy']}
            rows={calibration.bins.map(({ from, to, count, confidence, accuracy }) => [
              `${percentText(from, 0)} to ${percentText(to, 0)}`,
              countText(count),
              count === 0 ? 'none' : percentText(confidence),
              count === 0 ? 'none' : percentText(accuracy),
            ])}
          />
        </details>
      </Section>
    </>
  );
}

function classRows({ confusion, report }: TestFindings) {
  return report.classes.map(({ label, precision, recall, f1Score, support }) => {
    const row = confusion[label];
    const errors = row.map((count, predicted) => (predicted === label ? 0 : count));
    const most = Math.max(...errors);
    return [
      label,
      precision.toFixed(4),
      recall.toFixed(4),
      f1Score.toFixed(4),
      countText(support),
      countText(support - row[label]),
      most === 0 ? 'never misread' : `${errors.indexOf(most)} (${countedText(most, 'time')})`,
    ];
  });
}
