import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { exampleEpoch } from '../../testing/example-report-input.js';
import { curvesFigure } from './curves-figure.js';

function draw(history: Parameters<typeof curvesFigure>[0]) {
  const figure = curvesFigure(history);
  const { document } = parseHTML(figure.svg);
  const texts = [...document.querySelectorAll('text')].map((text) => text.textContent);
  const dots = (kind: string) => document.querySelectorAll(`g.fill-${kind} > *`).length;
  return { figure, texts, dots, svg: figure.svg };
}

test('both panels have a title, labelled axes and a legend', () => {
  const { texts } = draw([exampleEpoch(1), exampleEpoch(2)]);
  expect(texts).toEqual(
    expect.arrayContaining([
      'Training',
      'Validation',
      'Accuracy by epoch',
      'Loss by epoch',
      'Accuracy',
      'Loss (nats)',
    ]),
  );
  expect(texts.filter((text) => text === 'Epoch')).toHaveLength(2);
});

test('every epoch is a dot in each panel; the legend has one more', () => {
  const { dots } = draw([exampleEpoch(1), exampleEpoch(2), exampleEpoch(3)]);
  expect([dots('training'), dots('validation')]).toEqual([7, 7]);
});

test('a single epoch is drawn as a point at a finite place', () => {
  const { dots, svg, texts } = draw([exampleEpoch(1)]);
  expect(dots('training')).toBe(3);
  expect(svg).not.toContain('NaN');
  expect(texts.filter((text) => text === '1')).toHaveLength(2);
});

test('without a validation set there is no second curve and no entry for it', () => {
  const { validation: _, ...record } = exampleEpoch(1);
  const { dots, texts, figure } = draw([record]);
  expect(dots('validation')).toBe(0);
  expect(texts).not.toContain('Validation');
  expect(figure.description).toBe(
    'Accuracy above, loss below, by epoch. After epoch 1: training accuracy 90.00 %, loss 0.2000.',
  );
});

test('many epochs have a dozen labels at most', () => {
  const { texts } = draw(Array.from({ length: 60 }, (_, index) => exampleEpoch(index + 1)));
  expect(texts.filter((text) => /^\d+$/.test(text))).toEqual(
    [...Array(2)].flatMap(() => ['5', '10', '15', '20', '25', '30', '35', '40', '45', '50', '55', '60']),
  );
});
