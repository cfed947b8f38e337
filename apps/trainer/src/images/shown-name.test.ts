import { expect, test } from 'vitest';
import { shownName } from './shown-name.js';

test('stays on one line and leaves the terminal as it is', () => {
  expect(shownName('seven 7 – sieben.png')).toBe('seven 7 – sieben.png');
  expect(shownName('a\nb\tc\r.png')).toBe('a\\nb\\tc\\r.png');
  expect(shownName('\u001b[31mred\u0007')).toBe('\\u001b[31mred\\u0007');
  expect(shownName('gnp.\u202eexe')).toBe('gnp.\\u202eexe');
});
