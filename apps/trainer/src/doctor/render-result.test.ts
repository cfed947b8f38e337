import { expect, test } from 'vitest';
import { createPaint } from '../terminal/paint.js';
import type { CheckResult } from './check.js';
import { renderResult } from './render-result.js';

const options = { paint: createPaint(false), hasUnicode: true, width: 50, titleWidth: 6 };
const result: CheckResult = {
  id: 'one',
  section: 'Some',
  title: 'One',
  status: 'good',
  summary: 'all is well with it',
  milliseconds: 1,
};

test('a finding is a line', () => {
  expect(renderResult(result, options)).toBe('  ✓ One     all is well with it\n');
  expect(renderResult({ ...result, status: 'bad' }, { ...options, hasUnicode: false })).toBe(
    '  x One     all is well with it\n',
  );
});

test('long texts wrap below themselves, and the remedy has lines of its own', () => {
  const long = {
    ...result,
    status: 'note',
    summary: 'there is nothing in this folder, none of the four files',
    remedy: 'Put them there.',
  } as const;
  expect(renderResult(long, options)).toBe(
    '  – One     there is nothing in this folder, none\n            of the four files\n            Put them there.\n',
  );
});

test('only sign and remedy have a colour', () => {
  const painted = renderResult({ ...result, remedy: 'None.' }, { ...options, paint: createPaint(true) });
  expect(painted).toBe(
    '  \u001b[32m✓\u001b[39m One     all is well with it\n            \u001b[2mNone.\u001b[22m\n',
  );
});
