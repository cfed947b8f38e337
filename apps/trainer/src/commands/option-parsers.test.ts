import { expect, test } from 'vitest';
import { integerOption, nameOption, positiveOption } from './option-parsers.js';

test('an integer option takes whole numbers of its range', () => {
  const parse = integerOption({ minimum: 0, maximum: 10 });
  expect(parse('10')).toBe(10);
  for (const text of ['11', '-1', '1.5', '1e1', '', 'ten']) {
    expect(() => parse(text)).toThrow('Expected a whole number from 0 to 10.');
  }
});

test('an integer option without an upper end says so', () => {
  expect(() => integerOption({ minimum: 1 })('0')).toThrow('Expected a whole number of 1 or more.');
});

test('a positive option takes decimal and exponential numbers', () => {
  expect(positiveOption('1e-3')).toBe(0.001);
  for (const text of ['0', '-1', 'NaN', 'Infinity', ' ', 'fast']) {
    expect(() => positiveOption(text)).toThrow('Expected a number above 0, such as 0.001 or 1e-3.');
  }
});

test('a name cannot lead out of the folder', () => {
  expect(nameOption('run-1.2_b')).toBe('run-1.2_b');
  for (const text of ['../run', 'a/b', '', '.hidden', 'a'.repeat(101)]) {
    expect(() => nameOption(text)).toThrow(
      'Expected 1 to 100 letters, digits, ".", "_" or "-", beginning with a letter or digit.',
    );
  }
});
