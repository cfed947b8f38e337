import { expect, test } from 'vitest';
import { fitSurface } from './fit-surface.js';

test('finds a quadratic surface again, whatever a fifth of the cells hold', () => {
  const [rows, columns] = [20, 30];
  const exact = Float64Array.from({ length: rows * columns }, (_, cell) => {
    const [x, y] = [cell % columns, Math.floor(cell / columns)];
    return 100 + x - 2 * y + 0.05 * x * y + 0.02 * x * x;
  });
  const values = exact.map((value, cell) => (cell % 5 === 0 ? value - 90 : value));
  const fitted = fitSurface({ values, rows, columns }).values;
  const worst = Math.max(...fitted.map((value, cell) => Math.abs(value - exact[cell])));
  expect(worst).toBeLessThan(1e-6);
});

test('a level map stays level', () => {
  const level = { values: new Float64Array(12).fill(7), rows: 3, columns: 4 };
  for (const value of fitSurface(level).values) expect(value).toBeCloseTo(7, 10);
});
