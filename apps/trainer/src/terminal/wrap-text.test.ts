import { expect, test } from 'vitest';
import { wrapText } from './wrap-text.js';

test('lines are as long as they may be, and words stay whole', () => {
  expect(wrapText('one two three', 7)).toEqual(['one two', 'three']);
  expect(wrapText('one two three', 6)).toEqual(['one', 'two', 'three']);
  expect(wrapText('a /very/long/path b', 5)).toEqual(['a', '/very/long/path', 'b']);
  expect(wrapText('', 5)).toEqual(['']);
});
