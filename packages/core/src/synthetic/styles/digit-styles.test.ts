import { expect, test } from 'vitest';
import { parseStroke } from '../parse-stroke.js';
import { digitStyles } from './digit-styles.js';

test('has several styles for each of ten digits', () => {
  expect(digitStyles.length).toBe(10);
  for (const styles of digitStyles) expect(styles.length).toBeGreaterThanOrEqual(6);
});

test.each(digitStyles.map((styles, digit) => ({ digit, styles })))(
  'digit $digit: every stroke can be read, names are unique, weights and pens are in range',
  ({ styles }) => {
    expect(new Set(styles.map((style) => style.name)).size).toBe(styles.length);
    expect(styles.some(({ family }) => family === undefined)).toBe(true);
    for (const style of styles) {
      expect(style.weight).toBeGreaterThan(0);
      expect(style.thickestPen ?? 24).toBeGreaterThan(7.5 / 0.68);
      for (const stroke of style.strokes) expect(parseStroke(stroke).length).toBeGreaterThan(1);
    }
  },
);
