import { expect, test } from 'vitest';
import { errorLine, runProgram } from './run-program.js';

const node = (script: string, timeoutMs = 30_000) =>
  runProgram(process.execPath, ['-e', script], { timeoutMs, environment: { COLOUR: 'red' } });

test('collects the output and the exit code', async () => {
  const script = 'console.log(process.env.COLOUR); console.error("oops"); process.exit(3)';
  expect(await node(script)).toEqual({ code: 3, stdout: 'red\n', stderr: 'oops\n' });
});

test('stops a program that takes too long', async () => {
  const result = await node('setInterval(() => {}, 1000)', 200);
  expect(result).toEqual({ code: 124, stdout: '', stderr: 'error: it was stopped after 0.2 s' });
});

test('a program that is not there is a result, not an exception', async () => {
  expect(await runProgram('no-such-program', [], { timeoutMs: 1000 })).toEqual({
    code: 127,
    stdout: '',
    stderr: 'no-such-program cannot be started: spawn no-such-program ENOENT',
  });
});

test.each([
  ["throw er; // Unhandled 'error' event\nError: no host\n  at x", '', 'no host'],
  ['WARNING: retrying\nERROR: No matching distribution', 'Collecting', 'No matching distribution'],
  ['a.cc: In function x:\na.cc:3:1: error: no y', '', 'a.cc:3:1: error: no y'],
  ['first\nlast\n', '', 'last'],
  ['', '', 'exit code 9'],
])('of %j and %j the telling line is %j', (stderr, stdout, line) => {
  expect(errorLine({ code: 9, stdout, stderr })).toBe(line);
});
