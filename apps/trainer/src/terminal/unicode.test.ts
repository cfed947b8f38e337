import { expect, test } from 'vitest';
import { showsUnicode } from './unicode.js';

test.each([
  ['no locale, as in most containers', {}, 'linux', true],
  ['a locale in UTF-8', { LANG: 'de_DE.UTF-8' }, 'linux', true],
  ['LC_ALL, which goes before LANG', { LC_ALL: 'C', LANG: 'de_DE.UTF-8' }, 'linux', false],
  ['C.utf8', { LC_ALL: 'C.utf8' }, 'linux', true],
  ['the text console', { TERM: 'linux', LANG: 'en_GB.UTF-8' }, 'linux', false],
  ['the old console of Windows', {}, 'win32', false],
  ['the terminal of Windows', { WT_SESSION: 'a' }, 'win32', true],
] as const)('%s', (_case, environment, platform, expected) => {
  expect(showsUnicode(environment, platform)).toBe(expected);
});
