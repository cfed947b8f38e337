import { expect, test } from 'vitest';
import { darkColours, lightColours } from '../report/figures/figure-colours.js';
import { darkPage, lightPage } from '../report/page/page-colours.js';
import { contrast } from '../testing/contrast.js';
import { exampleComparedRun, exampleComparison } from '../testing/example-comparison.js';
import { comparisonFigure, comparisonPanels, runColours } from './comparison-figure.js';

test.each([
  ['light', [lightColours.surface, lightPage.page]],
  ['dark', [darkColours.surface, darkPage.page]],
])('lines of all runs have a contrast of 3 on %s', (_, grounds) => {
  for (const colour of runColours) {
    for (const ground of grounds) {
      expect(contrast(colour, ground), `${colour} on ${ground}`).toBeGreaterThanOrEqual(3);
    }
  }
});

test('the figure says in words what it shows', () => {
  const { runs } = exampleComparison();
  expect(comparisonFigure(runs).description).toBe(
    'Accuracy of validation by epoch above, loss below. 1, runs/sweep/seed-1: 75.00 % and 0.5000 after epoch 2; 2, runs/sweep/seed-2: 75.00 % and 0.5000 after epoch 2; 3, runs/other: 75.00 % and 0.5000 after epoch 2.',
  );
  expect(comparisonPanels(runs).map(({ name }) => name)).toEqual(['accuracy-curves', 'loss-curves']);
});

test('epochs are told as whole numbers, and a long path by its end', () => {
  const path = `${'a'.repeat(90)}/end`;
  const [accuracy] = comparisonPanels([exampleComparedRun(path, []), exampleComparedRun('short', [])]);
  const texts = Array.from(accuracy.svg.matchAll(/<text[^>]*>([^<]+)<\/text>/g), ([, text]) => text);
  expect(texts.filter((text) => /^\d+(\.\d+)?$/.test(text)).slice(0, 2)).toEqual(['1', '2']);
  expect(texts.filter((text) => text.endsWith('a/end'))).toEqual([expect.stringMatching(/^1 {2}…a+\/end$/)]);
});
