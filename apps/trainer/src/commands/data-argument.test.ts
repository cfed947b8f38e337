import { expect, test } from 'vitest';
import { dataArgument } from './data-argument.js';

test.each([
  ['digits', 'digits'],
  ['../a/b-c_1.0', '../a/b-c_1.0'],
  ['mnist', './mnist'],
  ['my digits', '"my digits"'],
])('%s is given as %s', (folder, argument) => {
  expect(dataArgument(folder)).toBe(argument);
});
