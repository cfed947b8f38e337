import { classificationReport } from '@lenet/core/metrics';
import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { classScorePanels, classScoresFigure } from './class-scores-figure.js';

// Of the cats 3 of 4 are found, and what is taken for a cat is one.
const report = classificationReport([0, 0, 0, 0, 1, 1, 1, 1], [0, 0, 0, 1, 1, 1, 1, 1], {
  classNames: ['cat', 'dog'],
});

test('each score is a bar from 100 % down, with its value beside it', () => {
  const { svg, description } = classScoresFigure(report);
  const { document } = parseHTML(svg);
  const bars = [...document.querySelectorAll('g.fill-training rect')].map((bar) =>
    Number(bar.getAttribute('width')),
  );
  expect(bars).toHaveLength(6);
  const [catPrecision, dogPrecision, catRecall, dogRecall] = bars;
  expect([catPrecision, dogRecall]).toEqual([0, 0]);
  // 100 - 80 % and 100 - 75 %
  expect(catRecall / dogPrecision).toBeCloseTo(1.25, 6);
  const values = [...document.querySelectorAll('g.score text')].map((text) => text.textContent);
  expect(values).toEqual(['100.0', '80.0', '75.0', '100.0', '85.7', '88.9']);
  expect(description).toBe(
    'Precision, recall and F1 of 2 classes. Precision 90.00 % on average, least 80.00 % for dog; ' +
      'Recall 87.50 % on average, least 75.00 % for cat; F1 87.30 % on average, least 85.71 % for cat.',
  );
});

test('the axis ends at a round figure below all scores', () => {
  const { document } = parseHTML(classScoresFigure(report).svg);
  const texts = [...document.querySelectorAll('text')].map((text) => text.textContent);
  expect(texts.filter((text) => text.endsWith(' %')).slice(0, 3)).toEqual(['50 %', '75 %', '100 %']);
});

test('a page can have the three by themselves', () => {
  expect(classScorePanels(report).map(({ description }) => description)).toEqual([
    'Precision by class: 90.00 % on average, least 80.00 % for dog.',
    'Recall by class: 87.50 % on average, least 75.00 % for cat.',
    'F1 by class: 87.30 % on average, least 85.71 % for cat.',
  ]);
});
