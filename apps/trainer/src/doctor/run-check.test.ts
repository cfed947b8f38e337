import { expect, test } from 'vitest';
import type { Check } from './check.js';
import { runCheck } from './run-check.js';

const check = (find: Check['find']): Check => ({ id: 'one', section: 'Some', title: 'One', find });
const made = { id: 'one', section: 'Some', title: 'One', milliseconds: expect.any(Number) };

test('a finding is kept with what was looked at', async () => {
  const finding = { status: 'good', summary: 'all well', details: { count: 2 } } as const;
  expect(
    await runCheck(
      check(() => finding),
      { timeoutMs: 1000 },
    ),
  ).toEqual({ ...made, ...finding });
});

test('a check that throws is a bad finding', async () => {
  const thrown = Object.assign(new Error('the whole message'), { reason: 'no disk', remedy: 'Buy one.' });
  const result = await runCheck(
    check(() => Promise.reject(thrown)),
    { timeoutMs: 1000 },
  );
  expect(result).toEqual({ ...made, status: 'bad', summary: 'no disk', remedy: 'Buy one.' });
  const other = () => {
    throw new Error('the whole message');
  };
  expect((await runCheck(check(other), { timeoutMs: 1000 })).summary).toBe('the whole message');
});

test('a check that never ends is a bad finding', async () => {
  const result = await runCheck(
    check(() => new Promise(() => {})),
    { timeoutMs: 20 },
  );
  expect(result).toEqual({ ...made, status: 'bad', summary: 'no answer within 0.02 s' });
});
