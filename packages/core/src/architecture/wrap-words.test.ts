import { expect, test } from 'vitest';
import { wrapWords } from './wrap-words.js';

test.each([
  ['a line that fits', 'conv (Conv2D)', 13, ['conv (Conv2D)']],
  ['a break at the last space that fits', '(None, 24, 24, 6)', 10, ['(None, 24,', '24, 6)']],
  ['a word that is too long, between others', 'a bcdefgh i', 4, ['a', 'bcd…', 'i']],
  ['a word that just fits', 'abcd e', 4, ['abcd', 'e']],
])('%s', (_title, text, width, lines) => {
  expect(wrapWords(text, width)).toEqual(lines);
});
