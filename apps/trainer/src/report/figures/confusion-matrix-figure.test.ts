import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { confusionMatrixFigure } from './confusion-matrix-figure.js';

function draw(confusion: number[][], classes = confusion.map((_, label) => String(label))) {
  const figure = confusionMatrixFigure(confusion, classes);
  const { document } = parseHTML(figure.svg);
  const texts = (selector: string) =>
    [...document.querySelectorAll(selector)].map((text) => text.textContent);
  const opacities = [...document.querySelectorAll('g.fill-heat')[0].children].map((cell) =>
    Number(cell.getAttribute('fill-opacity')),
  );
  return { figure, texts, opacities };
}

test('counts, and their shares of the row, are in the colour that suits their cell', () => {
  const { texts } = draw([
    [99, 1],
    [0, 98],
  ]);
  expect(texts('g.fill-on-heat text')).toEqual(['99', '98', '99.0 %', '100.0 %']);
  expect(texts('g.fill-on-surface text')).toEqual(['1', '1.0 %']);
  expect(texts('g.fill-muted text')).toEqual(['0']);
  expect(texts('text')).toEqual(expect.arrayContaining(['Predicted', 'Actual', 'Images']));
});

test('shades follow the logarithm of one more than the count', () => {
  // log(1 + 9) / log(1 + 99) = 0.5
  const { opacities } = draw([
    [99, 9],
    [0, 99],
  ]);
  expect(opacities[0]).toBe(1);
  expect(opacities[1]).toBeCloseTo(0.5, 12);
  expect(opacities[2]).toBe(0);
});

test('a matrix without any image can be drawn', () => {
  const { figure } = draw([
    [0, 0],
    [0, 0],
  ]);
  expect(figure.svg).not.toContain('NaN');
});

test('the description counts what is right and what is not', () => {
  const { figure } = draw([
    [99, 1],
    [0, 98],
  ]);
  expect(figure.description).toBe(
    'Confusion matrix of 198 test images, actual class down, predicted class across: 197 on the diagonal, 1 off it.',
  );
});

test('long names of classes stand upright and are cut', () => {
  const confusion = [
    [3, 0],
    [0, 3],
  ];
  const { figure, texts } = draw(confusion, ['a name of 22 characters', '<b>']);
  expect(texts('text').filter((text) => text === 'a name of 22…')).toHaveLength(2);
  expect(figure.svg).toContain('rotate(-90');
  expect(figure.svg).toContain('&lt;b&gt;');
  expect(draw(confusion).figure.svg).not.toContain('a name');
});

test('47 classes have small cells with counts only', () => {
  const confusion = Array.from({ length: 47 }, (_, actual) =>
    Array.from({ length: 47 }, (_, predicted) => (actual === predicted ? 5 : 0)),
  );
  const { figure, texts } = draw(confusion);
  expect(figure.width).toBeLessThan(1400);
  expect(texts('g.fill-on-heat text')).toEqual(Array(47).fill('5'));
  expect(texts('g.fill-muted text')).toEqual([]);
});
