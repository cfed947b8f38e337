import { DataTable } from '../design/data-table';
import layout from '../design/layout.module.css';
import { Panel } from '../design/panel';
import { classFigures } from './class-figures';
import type { NamedMatrix } from './matrices-of';
import { shareWords } from './share-words';

/** How well each digit is read, by the matrix that is shown. */
export function ClassesPanel({ shown: { name, matrix } }: { readonly shown: NamedMatrix }) {
  return (
    <Panel aria-labelledby="classes" className={layout.stack}>
      <h2 id="classes">Digit by digit</h2>
      <p className={layout.hint}>
        {name}. Precision: of all images read as this digit, how many are one. Recall: of all images of this
        digit, how many are read as it. F1 is the harmonic mean of both.
      </p>
      <DataTable
        caption={`Figures of each digit. ${name}`}
        rows={classFigures(matrix)}
        rowKey={({ digit }) => String(digit)}
        columns={[
          { heading: 'Digit', cell: ({ digit }) => digit },
          { heading: 'Images', cell: ({ count }) => count.toLocaleString('en'), isNumber: true },
          { heading: 'Precision', cell: ({ precision }) => shareWords(precision, 1), isNumber: true },
          { heading: 'Recall', cell: ({ recall }) => shareWords(recall, 1), isNumber: true },
          { heading: 'F1', cell: ({ f1Score }) => shareWords(f1Score, 1), isNumber: true },
        ]}
      />
    </Panel>
  );
}
