import { renderToString } from 'preact-render-to-string';
import { durationText } from '../progress/progress-text.js';
import type { Figure } from '../report/figures/figure.js';
import { countText, pValueText } from '../report/number-text.js';
import { DataTable } from '../report/page/data-table.js';
import { FigureView } from '../report/page/figure-view.js';
import { SheetPage } from '../report/page/sheet-page.js';
import { accuracyInterval, type Comparison } from './comparison.js';
import { groupText, intervalText, pairsNote, shownPairs, valueText } from './comparison-text.js';

/** The comparison as one HTML document that needs nothing else. */
export function renderComparisonPage(
  comparison: Comparison,
  curves: readonly Figure[],
  writtenAt: Date,
): string {
  return `<!doctype html>\n${renderToString(<ComparisonPage {...{ comparison, curves, writtenAt }} />)}\n`;
}

function ComparisonPage(props: { comparison: Comparison; curves: readonly Figure[]; writtenAt: Date }) {
  const { comparison, curves, writtenAt } = props;
  const { runs, groups } = comparison;
  const { data, labels } = runs[0];
  return (
    <SheetPage
      title={`Comparison of ${runs.length} runs`}
      eyebrow="Lenet comparison"
      heading={`${runs.length} runs side by side`}
      byline={`tested on the same ${countText(labels.length)} images of ${data.title}`}
      notices={
        data.kind === 'synthetic' && (
          <aside class="banner" aria-label="Notice">
            <p>
              <strong>Synthetic digits, not MNIST</strong>
            </p>
            <p>Nothing on this page is a result on MNIST, nor comparable with one.</p>
          </aside>
        )
      }
      footer={
        <>
          {data.attribution && <p>{data.attribution}</p>}
          Written by Lenet on {writtenAt.toISOString().slice(0, 10)}.
        </>
      }
    >
      <RunsSection comparison={comparison} />
      <section id="curves">
        <h2>Curves</h2>
        <FigureView figures={curves} kind="curves">
          Of the images held out; of those trained on where a run held out none. The range is that of the
          later epochs.
        </FigureView>
      </section>
      <SettingsSection comparison={comparison} />
      <PairsSection comparison={comparison} />
      {groups.length > 0 && (
        <section id="sweeps">
          <h2>Sweeps</h2>
          <ul>
            {groups.map(({ path }) => (
              <li>{groupText(comparison, path)}</li>
            ))}
          </ul>
          <p>Mean ± standard deviation over the seeds.</p>
        </section>
      )}
    </SheetPage>
  );
}

function RunsSection({ comparison: { runs } }: { comparison: Comparison }) {
  return (
    <section id="runs">
      <h2>Results</h2>
      <p>The interval holds the true accuracy with 95 %, as far as chance in the test images goes.</p>
      <DataTable
        caption="Runs"
        columns={['Run', 'Validation', 'Test accuracy', '95 % interval', 'Test loss', 'Epochs', 'Time']}
        rows={runs.map((run, index) => [
          `${index + 1}  ${run.path}`,
          run.validation?.accuracy.toFixed(4) ?? 'none',
          run.test.accuracy.toFixed(4),
          intervalText(accuracyInterval(run)),
          run.test.loss.toFixed(4),
          countText(run.epochs),
          durationText(run.seconds),
        ])}
      />
    </section>
  );
}

function SettingsSection({ comparison: { runs, settings } }: { comparison: Comparison }) {
  return (
    <section id="settings">
      <h2>Settings that differ</h2>
      {settings.length === 0 ? (
        <p>All settings are the same.</p>
      ) : (
        <DataTable
          caption="Settings by the number of the run"
          columns={['Setting', ...runs.map((_, index) => String(index + 1))]}
          rows={settings.map(({ name, values }) => [<code>{name}</code>, ...values.map(valueText)])}
        />
      )}
    </section>
  );
}

function PairsSection({ comparison }: { comparison: Comparison }) {
  return (
    <section id="pairs">
      <h2>Is the difference more than chance?</h2>
      <p>{pairsNote(comparison)}</p>
      <DataTable
        caption="Test images that only one of two runs reads"
        columns={['Runs', 'Only the first right', 'Only the second right', 'p', 'p, corrected']}
        rows={shownPairs(comparison).map((pair) => [
          `${pair.first + 1} and ${pair.second + 1}`,
          countText(pair.onlyFirstRight),
          countText(pair.onlySecondRight),
          pValueText(pair.pValue),
          pValueText(pair.correctedPValue),
        ])}
      />
    </section>
  );
}
