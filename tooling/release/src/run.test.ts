import { expect, test } from 'vitest';
import { run } from './run.ts';

const node = (script: string, timeoutMs?: number) =>
  run(process.execPath, ['-e', script], {
    cwd: '.',
    environment: { COLOUR: 'red', NONE: undefined },
    timeoutMs,
  });

test('gives what was printed; the environment is the one given', async () => {
  const script = 'console.log(process.env.COLOUR, "NONE" in process.env); console.error("oops")';
  expect(await node(script)).toEqual({ stdout: 'red false\n', stderr: 'oops\n' });
});

test('a program reads the input from standard input', async () => {
  const { stdout } = await run(process.execPath, ['-e', 'process.stdin.pipe(process.stdout)'], {
    cwd: '.',
    input: 'two\nlines',
  });
  expect(stdout).toBe('two\nlines');
});

test('another exit code is an error with the end of the output', async () => {
  const script = 'console.error("oops"); process.exit(3)';
  await expect(node(script)).rejects.toThrow(
    new Error(`"${process.execPath} -e ${script}" ended with 3, expected exit code 0:\noops`),
  );
});

test('a program that takes too long is stopped', async () => {
  const script = 'setInterval(() => {}, 1000)';
  await expect(node(script, 200)).rejects.toThrow(
    new Error(`"${process.execPath} -e ${script}" was stopped after 0.2 s, expected exit code 0:\n`),
  );
});

test('a program that is not there is an error', async () => {
  await expect(run('no-such-program', [], { cwd: '.' })).rejects.toThrow(
    new Error('"no-such-program" ended with ENOENT, expected exit code 0:\n'),
  );
});
