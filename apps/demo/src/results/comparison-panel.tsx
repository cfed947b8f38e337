import { useMemo } from 'react';
import { type Line, LineChart } from '../charts/line-chart';
import { DataTable } from '../design/data-table';
import layout from '../design/layout.module.css';
import { Panel } from '../design/panel';
import type { RecordedRun } from './recorded-run';
import styles from './results-browser.module.css';
import { shareWords } from './share-words';

const xOfEpochs = { label: 'Epoch' };
const yOfLoss = { label: 'Loss' };
const yOfAccuracy = { label: 'Right, %', isPercent: true };

/** The runs side by side: their figures at the end, and how they came to them. */
export function ComparisonPanel({
  runs,
  attribution,
}: {
  readonly runs: readonly RecordedRun[];
  readonly attribution: string;
}) {
  const losses = useMemo(() => linesOf(runs, 'loss'), [runs]);
  const accuracies = useMemo(() => linesOf(runs, 'accuracy'), [runs]);
  return (
    <Panel aria-labelledby="comparison" className={layout.stack}>
      <h2 id="comparison">Side by side</h2>
      <DataTable
        caption="The networks compared"
        rows={runs}
        rowKey={({ recipe }) => recipe}
        columns={[
          { heading: 'Network', cell: ({ recipe }) => recipe },
          {
            heading: 'Weights',
            cell: ({ parameters }) => parameters?.toLocaleString('en') ?? '–',
            isNumber: true,
          },
          { heading: 'Epochs', cell: ({ history }) => history.length, isNumber: true },
          { heading: 'Test images right', cell: ({ test }) => shareWords(test.accuracy), isNumber: true },
          { heading: 'Test loss', cell: ({ test }) => test.loss.toFixed(4), isNumber: true },
        ]}
      />
      <div className={styles.charts}>
        <LineChart
          lines={accuracies}
          x={xOfEpochs}
          y={yOfAccuracy}
          label="Share of held-out images read right, over epochs; the table tells the end"
        />
        <LineChart
          lines={losses}
          x={xOfEpochs}
          y={yOfLoss}
          label="Loss on held-out images, over epochs; the table tells the end"
        />
      </div>
      <p className={layout.hint}>
        The loss tells how surprised a network is by the right answers: the lower, the better. Each run
        learned from 55,000 training images of MNIST; the curves are of the 5,000 held out, the table of the
        10,000 test images, used once. One run of each network: another seed gives some tenths more or less.{' '}
        {attribution}
      </p>
    </Panel>
  );
}

function linesOf(runs: readonly RecordedRun[], figure: 'loss' | 'accuracy'): Line[] {
  return runs.map(({ recipe, history }, index) => ({
    name: recipe,
    series: ((index % 5) + 1) as Line['series'],
    points: history.flatMap(({ epoch, validation }) =>
      validation ? [{ x: epoch, y: validation[figure] }] : [],
    ),
  }));
}
