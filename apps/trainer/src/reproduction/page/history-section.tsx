import type { Figure } from '../../report/figures/figure.js';
import { DataTable } from '../../report/page/data-table.js';
import { FigureView } from '../../report/page/figure-view.js';
import type { Reproduction } from '../reproduction.js';
import { type Spread, spreadOf } from '../spread.js';

/** Loss and accuracy by epoch: curves of the first seed, and all seeds beside what was published. */
export function HistorySection({ done, figures }: { done: Reproduction; figures: readonly Figure[] }) {
  const { experiment, records, settings } = done;
  const rows = Array.from({ length: settings.epochs }, (_, index) => {
    const epochs = records.map(({ history }) => history[index]);
    const ours = [
      spreadOf(epochs.map(({ training }) => training.loss)),
      spreadOf(epochs.map(({ training }) => training.accuracy)),
      spreadOf(epochs.map(({ validation }) => validation!.loss)),
      spreadOf(epochs.map(({ validation }) => validation!.accuracy)),
    ];
    const epoch = experiment.history?.[index];
    const published = epoch && [
      epoch.training.loss,
      epoch.training.accuracy,
      epoch.validation.loss,
      epoch.validation.accuracy,
    ];
    return [String(index + 1), ...ours.map((spread, at) => cellText(spread, published?.[at]))];
  });
  return (
    <section id="history">
      <h2>Training</h2>
      <FigureView figures={figures} kind={experiment.curves === 'side by side' ? 'curves' : 'stacked'}>
        Seed {records[0].seed}. Training figures are means over the steps of an epoch, each measured before
        its update; validation is measured at the end of the epoch.
      </FigureView>
      <DataTable
        caption={
          experiment.history
            ? 'Mean of our seeds by epoch; in brackets what was published'
            : 'Mean of our seeds by epoch; the publication has no table of these'
        }
        columns={['Epoch', 'loss', 'accuracy', 'val_loss', 'val_accuracy']}
        rows={rows}
      />
    </section>
  );
}

function cellText({ mean }: Spread, published: number | undefined): string {
  return published === undefined ? mean.toFixed(4) : `${mean.toFixed(4)} (${published.toFixed(4)})`;
}
