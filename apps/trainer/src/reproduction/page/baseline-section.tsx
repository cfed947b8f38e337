import { pValueText } from '../../report/number-text.js';
import { DataTable } from '../../report/page/data-table.js';
import { compareWithBaseline } from '../comparison.js';
import type { Reproduction } from '../reproduction.js';

/** The network that the publication claims to beat, without giving figures. */
export function BaselineSection({ done }: { done: Reproduction }) {
  const comparisons = compareWithBaseline(done);
  if (comparisons.length === 0) return null;
  return (
    <section id="baseline">
      <h2>Does it beat a standard network?</h2>
      <p>
        The report claims so without figures. Here is one: 784 inputs, a hidden layer of 128 units with ReLU,
        10 outputs, 101,770 parameters, trained with the same settings and seeds. The test is McNemar's, exact
        and two-sided, on the images that one of the two reads and the other does not.
      </p>
      <DataTable
        caption="Network and baseline with the same seed"
        columns={['Seed', 'Network', 'Baseline', 'Only network right', 'Only baseline right', 'p']}
        rows={comparisons.map(({ seed, accuracy, baselineAccuracy, test }) => [
          String(seed),
          accuracy.toFixed(4),
          baselineAccuracy.toFixed(4),
          String(test.onlyFirstRight),
          String(test.onlySecondRight),
          pValueText(test.pValue),
        ])}
      />
    </section>
  );
}
