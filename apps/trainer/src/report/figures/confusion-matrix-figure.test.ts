import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { confusionMatrixFigure } from './confusion-matrix-figure.js';

function draw(confusion: number[][]) {
  const figure = confusionMatrixFigure(confusion);
  const { document } = parseHTML(figure.svg);
  const texts = (selector: string) =>
    [...document.querySelectorAll(selector)].map((text) => text.textContent);
  const opacities = [...document.querySelectorAll('g.fill-heat')[0].children].map((cell) =>
    Number(cell.getAttribute('fill-opacity')),
  );
  return { figure, texts, opacities };
}

test('counts are written in row order, in the colour that suits their cell', () => {
  const { texts } = draw([
    [99, 1],
    [0, 98],
  ]);
  expect(texts('g.fill-on-heat text')).toEqual(['99', '98']);
  expect(texts('g.fill-on-surface text')).toEqual(['1']);
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
