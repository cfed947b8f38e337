import { durationText } from '../../progress/progress-text.js';
import { DataTable } from '../../report/page/data-table.js';
import { settingText } from '../../report/setting-text.js';
import { compareFigures, rangeText, spreadText, verdict } from '../comparison.js';
import type { Reproduction } from '../reproduction.js';

/** Published figures beside ours, and each seed. */
export function ComparisonSection({ done }: { done: Reproduction }) {
  const { experiment, records, backend, settings, identity } = done;
  const { epochs, batchSize, optimizer, schedule } = settings;
  const figures = compareFigures(done);
  return (
    <section id="figures">
      <h2>Published and ours</h2>
      <DataTable
        caption={`Test set of ${identity.title}, after the last epoch; ${records.length === 1 ? 'one seed, which tells no spread' : `mean and standard deviation over ${records.length} seeds`}`}
        columns={['Figure', 'Published', 'Ours', 'Least to most', 'Published figure is']}
        rows={figures.map(({ name, published, ours, isWithin }) => [
          name,
          published?.toFixed(4) ?? 'none',
          spreadText(ours),
          rangeText(ours),
          verdict(isWithin) || 'not compared',
        ])}
      />
      <p>
        {figures.some(({ isWithin }) => isWithin !== undefined)
          ? "Within our spread: in the interval in which one more seed would lie with 95 % (Student's distribution). "
          : 'Published figures are compared with those of the whole experiment on MNIST, with two seeds or more. '}
        Computed by {backend}. {epochs} epochs, batches of {batchSize}, {settingText(optimizer)}, learning
        rate {settingText(schedule)}.
      </p>
      <ul>
        {experiment.remarks.map((remark) => (
          <li>{remark}</li>
        ))}
      </ul>
      <DataTable
        caption="Each seed"
        columns={['Seed', 'Test accuracy', 'Test loss', 'Time']}
        rows={records.map(({ seed, test, seconds }) => [
          String(seed),
          test.accuracy.toFixed(4),
          test.loss.toFixed(4),
          durationText(seconds),
        ])}
      />
    </section>
  );
}
