import { expect, test } from 'vitest';
import { seedsOf, seedsOption } from './seeds.js';

test('a number is a count of seeds from the first on', () => {
  expect(seedsOf(seedsOption('3'), 7)).toEqual([7, 8, 9]);
});

test('a list is the seeds themselves, in its order', () => {
  expect(seedsOf(seedsOption('11, 3,4294967295'), 7)).toEqual([11, 3, 4294967295]);
});

test.each(['0', '1', '1001', '3,3', '3,', '-1,2', '2.5', '1,4294967296', 'all', ''])(
  '"%s" is refused',
  (text) => {
    expect(() => seedsOption(text)).toThrow(
      'Expected a number of seeds from 2 to 1000, such as 5, or which, such as 3,7,11.',
    );
  },
);
