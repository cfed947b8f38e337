import { provideRuntime, runtimes } from '@lenet/runtimes';
import { expect, test } from 'vitest';
import { argumentsOf } from './portable-arguments.ts';
import { computeDigests, goldenDigests } from './same-bits.ts';

test('@lenet/core, @lenet/engine and @lenet/recognizer give the golden bits in this Node', async () => {
  expect(await computeDigests(process.execPath)).toEqual(goldenDigests());
});

test('a portable function whose arguments are not listed is an error', () => {
  expect(() => [...argumentsOf('portableAtan', Math.atan)]).toThrow(
    new Error('portableAtan: no arguments are listed for it in tooling/checks/src/same-bits.'),
  );
});

test('a runtime that does not exist for a platform is an error, not a skipped test', async () => {
  await expect(provideRuntime(runtimes[0], 'sunos-x64')).rejects.toThrow(
    new Error(
      'Node 20: expected one of linux-x64, linux-arm64, darwin-x64, darwin-arm64, got sunos-x64. Add its package to tooling/runtimes/src/runtimes.ts.',
    ),
  );
});
