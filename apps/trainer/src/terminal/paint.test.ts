import { expect, test } from 'vitest';
import { createPaint, wantsColour } from './paint.js';

const terminal = { isTTY: true };

test.each([
  ['a terminal', terminal, {}, true],
  ['a file', {}, {}, false],
  ['a terminal without colours', terminal, { TERM: 'dumb' }, false],
  ['NO_COLOR on a terminal', terminal, { NO_COLOR: '1', FORCE_COLOR: '1' }, false],
  ['an empty NO_COLOR, which counts as not set', terminal, { NO_COLOR: '' }, true],
  ['FORCE_COLOR into a file', {}, { FORCE_COLOR: '1' }, true],
  ['FORCE_COLOR=0 on a terminal', terminal, { FORCE_COLOR: '0' }, false],
])('%s', (_case, stream, environment, expected) => {
  expect(wantsColour(stream, environment)).toBe(expected);
});

test('a text is coloured, or stays what it is', () => {
  expect(createPaint(true).green('yes')).toBe('\u001b[32myes\u001b[39m');
  expect(createPaint(false).green('yes')).toBe('yes');
});
