import { ScrollArea } from '../../report/page/data-table.js';
import type { Reproduction } from '../reproduction.js';
import { EXAMPLE_INDEX } from '../train-seed.js';

/** Test images that the publications show by number. */
const FIRST = 5;

/** What the publications print of single test images, in their words. */
export function ExampleSection({ done }: { done: Reproduction }) {
  const { records, test } = done;
  const { predictions, exampleProbabilities, seed } = records[0];
  const example = Math.min(EXAMPLE_INDEX, test.count - 1);
  const probabilities = exampleProbabilities.map((value) => Number(value.toFixed(3)));
  const samples = predictions
    .slice(0, FIRST)
    .map((predicted, index) => `Sample ${index + 1}: Predicted=${predicted}, Actual=${test.labels[index]}`);
  return (
    <section id="examples">
      <h2>Single images</h2>
      <p>
        Seed {seed}. Probabilities of test image {example}, rounded as <code>np.round(p[{example}], 3)</code>{' '}
        does; it is a {test.labels[example]}:
      </p>
      <ScrollArea label="Probabilities of a test image">
        <pre>[{probabilities.join(', ')}]</pre>
      </ScrollArea>
      <p>The first test images:</p>
      <ScrollArea label="Predictions of the first test images">
        <pre>{samples.join('\n')}</pre>
      </ScrollArea>
    </section>
  );
}
