import { expect, test } from 'vitest';
import { parsePeersOptions, usage } from './options.ts';

const names = ['strict-2', 'torch', 'keras'];
const parse = (...args: string[]) => parsePeersOptions(args, names);

test('without options everything is measured five times and written', () => {
  expect(parse()).toEqual({ rounds: 5, parts: names, quick: false, write: true, help: false });
});

test('what is quick, partial or a dry run is not written', () => {
  expect(parse('--quick')).toEqual({ rounds: 2, parts: names, quick: true, write: false, help: false });
  expect(parse('--dry-run').write).toBe(false);
  expect(parse('--only', 'keras,strict-2')).toMatchObject({ parts: ['strict-2', 'keras'], write: false });
});

test('rounds and a Python can be given', () => {
  expect(parse('--rounds', '3', '--quick', '--python', 'python')).toMatchObject({
    rounds: 3,
    python: 'python',
  });
});

test('says what it expected', () => {
  expect(() => parse('--rounds', '0')).toThrow(
    new Error('--rounds: expected a whole number from 1, got "0".'),
  );
  expect(() => parse('--only', 'torch,tensorflow')).toThrow(
    new Error(
      '--only: expected names of strict-2, torch, keras, with commas between them, got "tensorflow".',
    ),
  );
});

test('the help names every part', () => {
  expect(usage(names)).toContain('\n                    strict-2\n                    torch\n');
});
