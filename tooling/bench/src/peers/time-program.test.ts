import { expect, test } from 'vitest';
import { timeProgram } from './time-program.ts';

const run = (script: string) => timeProgram(process.execPath, ['-e', script], { GREETING: 'hello' });

test('a program is run to its end, and what it printed is kept', async () => {
  const script = 'process.stdout.write(process.env.GREETING); setTimeout(() => {}, 300);';
  const { output, seconds, answerSeconds } = await run(script);
  expect(output).toBe('hello');
  expect(answerSeconds).toBeGreaterThan(0);
  expect(seconds - answerSeconds).toBeGreaterThan(0.2);
});

test.runIf(process.platform === 'linux')('what it used is seen from outside', async () => {
  const used = await run('const all = Buffer.alloc(2e8, 1); setTimeout(() => all, 200);');
  expect(used.peakBytes).toBeGreaterThan(2e8);
  expect(used.cpuSeconds).toBeGreaterThan(0);
});

test('a program that fails says why', async () => {
  await expect(run('process.stderr.write("no data\\n"); process.exitCode = 4;')).rejects.toThrow(
    new Error(`${process.execPath} -e: expected exit code 0, got 4. no data`),
  );
});
