// Installs the runtimes from npm, about 450 MB unpacked, unless the cache folder of lenet has them.
import { expect, test } from 'vitest';
import { provideRuntime, runtimes } from './runtimes.ts';
import { computeDigests, goldenDigests } from './same-bits.ts';

const title = 'the numeric parts of @lenet/core give the golden bits in';

test.each(runtimes)(`${title} $name`, async (runtime) => {
  expect(await computeDigests(await provideRuntime(runtime))).toEqual(goldenDigests());
});

test(`${title} Node 22, the toolchain's`, async () => {
  expect(process.version).toMatch(/^v22\./);
  expect(await computeDigests(process.execPath)).toEqual(goldenDigests());
});
