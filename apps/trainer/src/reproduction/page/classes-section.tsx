import { classificationReport, confusionMatrix, formatClassificationReport } from '@lenet/core/metrics';
import { DataTable, ScrollArea } from '../../report/page/data-table.js';
import type { Reproduction } from '../reproduction.js';

/** The classification report of the first seed, and each class beside what was published. */
export function ClassesSection({ done }: { done: Reproduction }) {
  const { experiment, records, test } = done;
  const { predictions, seed } = records[0];
  const report = classificationReport(test.labels, Uint8Array.from(predictions));
  const matrix = confusionMatrix(test.labels, Uint8Array.from(predictions), { classCount: test.classCount });
  return (
    <section id="classes">
      <h2>Class by class</h2>
      <p>Seed {seed}, as scikit-learn prints it:</p>
      <ScrollArea label="Classification report">
        <pre>{formatClassificationReport(report)}</pre>
      </ScrollArea>
      {experiment.classes && (
        <DataTable
          caption="Ours; in brackets what was published"
          columns={['Class', 'Precision', 'Recall', 'F1', 'Support']}
          rows={experiment.classes.map((published, index) => {
            const ours = report.classes[index];
            return [
              String(index),
              beside(ours?.precision, published.precision),
              beside(ours?.recall, published.recall),
              beside(ours?.f1Score, published.f1),
              ours ? `${ours.support} (${published.support})` : `none (${published.support})`,
            ];
          })}
        />
      )}
      <p>Confusion matrix, actual class down, predicted class across:</p>
      <ScrollArea label="Confusion matrix as text">
        <pre>{matrixText(matrix)}</pre>
      </ScrollArea>
    </section>
  );
}

const beside = (ours: number | undefined, published: number) =>
  `${ours === undefined ? 'none' : ours.toFixed(2)} (${published.toFixed(2)})`;

/** As numpy prints it. */
function matrixText(matrix: readonly (readonly number[])[]): string {
  const width = Math.max(...matrix.flat().map((count) => String(count).length));
  const rows = matrix.map((row) => `[${row.map((count) => String(count).padStart(width)).join(' ')}]`);
  return `[${rows.join('\n ')}]`;
}
