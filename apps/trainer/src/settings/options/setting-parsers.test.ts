import { expect, test } from 'vitest';
import { numberOption } from './number-option.js';
import { choiceOption, durationArgument, durationOption, orWord } from './setting-parsers.js';

test('a number is what its schema allows', () => {
  const parse = numberOption({ type: 'number', minimum: 0, maximum: 180 });
  expect(['0', '7.5', '1e1'].map(parse)).toEqual([0, 7.5, 10]);
  for (const text of ['181', '-1', '', ' ', 'ten', 'NaN']) {
    expect(() => parse(text)).toThrow('Expected a number from 0 to 180.');
  }
  expect(() => numberOption({ type: 'integer', minimum: 1 })('1e1')).toThrow(
    'Expected a whole number of 1 or more.',
  );
});

test('a word may stand for no number', () => {
  const parse = orWord('none', numberOption({ type: 'integer', minimum: 1 }));
  expect(['none', '3'].map(parse)).toEqual(['none', 3]);
  expect(() => parse('never')).toThrow('Expected a whole number of 1 or more, or "none".');
});

test.each([
  ['90s', 90, '1m30s'],
  ['10m', 600, '10m'],
  ['1.5h', 5400, '1h30m'],
  ['1h30m', 5400, '1h30m'],
  ['0.25s', 0.25, '0.25s'],
])('the time %s is %d seconds', (text, seconds, shortest) => {
  expect(durationOption(text)).toBe(seconds);
  expect(durationArgument(seconds)).toBe(shortest);
});

test.each(['10', '', '0s', 'm', '5 m', '10min', '-5m'])('%j is no time', (text) => {
  expect(() => durationOption(text)).toThrow(
    'Expected a time with its unit, such as 90s, 10m, 1.5h or 1h30m.',
  );
});

test('a choice may have another name', () => {
  const parse = choiceOption(['adam', 'momentum'], { sgd: 'momentum' });
  expect(['adam', 'sgd'].map(parse)).toEqual(['adam', 'momentum']);
  for (const text of ['adamw', 'toString']) {
    expect(() => parse(text)).toThrow('Allowed choices are adam, momentum.');
  }
});
