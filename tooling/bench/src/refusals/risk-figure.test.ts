import { expect, test } from 'vitest';
import { riskFigure, targets } from './risk-figure.ts';

const points = [1, ...targets.map(({ coverage }) => coverage), 0.9].map((coverage) => ({
  coverage,
  risk: coverage === 1 ? 0.004 : 0,
}));

test('a figure has a line for each network, a mark for each target and one in the legend, and says what it shows', () => {
  const { svg, description } = riskFigure([
    { name: 'one', points },
    { name: 'other', points },
  ]);
  expect(svg.match(/<polyline class="line/g)).toHaveLength(2);
  expect(svg.match(/<path class="target"/g)).toHaveLength(targets.length + 1);
  expect(svg).toContain(`<title>${description}</title>`);
  expect(description).toBe(
    "Wrong answers over answers given, MNIST's test set. one: wrong are 0.40 % of 100 %, 0.00 % of 98.5 %, 0.00 % of 96.5 %; other: wrong are 0.40 % of 100 %, 0.00 % of 98.5 %, 0.00 % of 96.5 %.",
  );
});

test('coverage runs from 90 to 100 % and risk from nothing up', () => {
  const { svg } = riskFigure([{ name: 'one', points }]);
  expect(svg).toContain('points="620,132.4 536.3,326 424.7,326 62,326"');
});
