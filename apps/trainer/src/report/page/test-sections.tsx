import { formatClassificationReport } from '@lenet/core/metrics';
import { classScorePanels } from '../figures/class-scores-figure.js';
import { LARGEST_MISCLASSIFIED_COUNT } from '../figures/misclassified-figure.js';
import { reliabilityFigure } from '../figures/reliability-figure.js';
import { countedText, countText, percentText, probabilityText } from '../number-text.js';
import type { TestFindings } from '../test-findings.js';
import { CellImages } from './cell-images.js';
import { ConfusionTable } from './confusion-table.js';
import { DataTable, ScrollArea } from './data-table.js';
import { FigureView } from './figure-view.js';
import type { PagePictures } from './page-pictures.js';
import { Section } from './section.js';
import { Tile, Tiles } from './tile.js';

/** What the network made of the test set. */
export function TestSections(props: {
  findings: TestFindings;
  pictures: PagePictures;
  attribution?: string | undefined;
}) {
  const { findings, pictures, attribution } = props;
  const { calibration } = findings;
  return (
    <>
      <Section name="confusion">
        <figure>
          <ConfusionTable findings={findings} />
          <figcaption>
            How many test images of each class (down) the network took for which (across), and their share of
            the class. The shade follows the logarithm of the count, so that rare confusions show.{' '}
            <span class="hint">
              A cell opens, by a click or Enter, on its images; the arrow keys go from cell to cell.
            </span>{' '}
            {attribution}
          </figcaption>
        </figure>
        <CellImages findings={findings} pictures={pictures} />
      </Section>
      <Section name="classes">
        <FigureView figures={classScorePanels(findings.report)} kind="scores">
          Precision, recall and F1 of each class, in per cent. A bar is what is missing to 100 %: the longer,
          the worse.
        </FigureView>
        <DataTable
          caption="Precision, recall and F1 of each class"
          columns={['Class', 'Precision', 'Recall', 'F1', 'Images', 'Misread', 'Most often read as']}
          rows={classRows(findings)}
        />
        <details>
          <summary>The same as a classification report in the layout of scikit-learn</summary>
          <ScrollArea label="Classification report">
            <pre>{formatClassificationReport(findings.report)}</pre>
          </ScrollArea>
        </details>
      </Section>
      <Section name="misclassified">
        <MisclassifiedImages findings={findings} pictures={pictures} attribution={attribution} />
      </Section>
      <Section name="reliability">
        <FigureView figures={[reliabilityFigure(calibration, 0)]} kind="reliability">
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

/** The most confident errors, with what the network thought and how sure it was. */
function MisclassifiedImages(props: {
  findings: TestFindings;
  pictures: PagePictures;
  attribution: string | undefined;
}) {
  const { findings, pictures, attribution } = props;
  const { misclassified, classes } = findings;
  if (misclassified.length === 0) return <p>No test image was misclassified.</p>;
  const shown = misclassified.slice(0, LARGEST_MISCLASSIFIED_COUNT);
  return (
    <figure>
      <Tiles kind="errors">
        {shown.map(({ index, actual, predicted, probability, actualProbability }) => (
          <li>
            <Tile sprite={pictures.test} position={pictures.positions.get(index)!} />
            <b>
              {classes[actual]} read as {classes[predicted]}
            </b>
            <span>
              {classes[predicted]}: {probabilityText(probability)}
            </span>
            <small>
              {classes[actual]}: {probabilityText(actualProbability)}
            </small>
          </li>
        ))}
      </Tiles>
      <figcaption>
        {shown.length === misclassified.length
          ? `All ${countedText(shown.length, 'error')}`
          : `${countText(shown.length)} of ${countedText(misclassified.length, 'error')}`}
        , the most confident first, with the probabilities that the network gave to its wrong answer and to
        the right one.{' '}
        {shown.length < misclassified.length && (
          <span class="hint">The others are behind the cells of the confusion matrix.</span>
        )}{' '}
        {attribution}
      </figcaption>
    </figure>
  );
}

function classRows({ confusion, report, classes }: TestFindings) {
  return report.classes.map(({ label, name, precision, recall, f1Score, support }) => {
    const row = confusion[label];
    const errors = row.map((count, predicted) => (predicted === label ? 0 : count));
    const most = Math.max(...errors);
    return [
      name,
      precision.toFixed(4),
      recall.toFixed(4),
      f1Score.toFixed(4),
      countText(support),
      countText(support - row[label]),
      most === 0 ? 'never misread' : `${classes[errors.indexOf(most)]} (${countedText(most, 'time')})`,
    ];
  });
}
