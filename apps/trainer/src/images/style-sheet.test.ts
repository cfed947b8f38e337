import { digitStyles } from '@lenet/core/synthetic';
import { expect, test } from 'vitest';
import { styleSheet } from './style-sheet.js';

test('names every style of every digit, and draws each by seven hands', () => {
  const sheet = styleSheet(1);
  for (const style of digitStyles.flat()) expect(sheet).toContain(`>${style.name}`);
  expect(sheet.match(/<g /g)?.length).toBe(7 * digitStyles.flat().length);
  expect(styleSheet(2)).not.toBe(sheet);
});
