import { useState } from 'react';
import { Button } from '../design/button';
import { type Column, DataTable } from '../design/data-table';
import { type Backend, backendNames, backends } from '../reading/backend';
import type { Measurement } from '../reading/messages';
import { measureBackend, useReaderStore } from '../reading/reader-store';
import { differenceWords, largestDifference, millisecondWords } from './comparison-words';
import styles from './network-panel.module.css';

interface Row {
  readonly backend: Backend;
  /** Undefined where it does not run here. */
  readonly measurement: Measurement | undefined;
  readonly difference: number | undefined;
}

const columns: readonly Column<Row>[] = [
  { heading: 'Backend', cell: ({ backend }) => backendNames[backend] },
  {
    heading: 'An image',
    isNumber: true,
    cell: ({ measurement }) =>
      measurement === undefined ? 'does not run here' : millisecondWords(measurement.milliseconds),
  },
  {
    heading: 'Apart from the first',
    isNumber: true,
    cell: ({ difference }) => (difference === undefined ? '–' : differenceWords(difference)),
  },
];

/** Times all three on the drawing, or on an empty paper, and shows that they agree. */
export function BackendComparison() {
  const [rows, setRows] = useState<readonly Row[]>([]);
  const [isRunning, setRunning] = useState(false);

  async function compare() {
    setRunning(true);
    const seen = useReaderStore.getState().answer?.digits[0].seen ?? new Uint8Array(28 * 28);
    const done: Row[] = [];
    // One after the other: together they would slow each other down.
    for (const backend of backends) {
      const measurement = await measureBackend(backend, seen);
      const first = done.find((row) => row.measurement)?.measurement;
      const difference = first && measurement && largestDifference(first, measurement);
      done.push({ backend, measurement, difference });
      setRows([...done]);
    }
    setRunning(false);
  }

  return (
    <div className={styles.column} data-testid="comparison" aria-busy={isRunning}>
      <div>
        <Button onClick={compare} disabled={isRunning}>
          {isRunning ? 'Measuring …' : 'Compare their speed'}
        </Button>
      </div>
      {rows.length > 0 && (
        <>
          <DataTable
            caption="Time of one image, and the largest difference of a probability"
            columns={columns}
            rows={rows}
            rowKey={({ backend }) => backend}
          />
          <p className={styles.facts}>
            The median of 15 measurements in this browser, from the picture of 28 by 28 to the answer; and by
            how much any of the ten probabilities differs.
          </p>
        </>
      )}
    </div>
  );
}
