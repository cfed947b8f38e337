// On x64 with qemu-user (Debian: qemu-user libc6-arm64-cross libstdc++6-arm64-cross), ARM too.
// Installs the runtimes from npm, about 450 MB unpacked, unless the cache folder of lenet has them.
import { existsSync } from 'node:fs';
import { nodeForArm, provideRuntime, runtimes } from '@lenet/runtimes';
import { expect, test } from 'vitest';
import { computeDigests, goldenDigests } from './same-bits.ts';

const title = '@lenet/core, @lenet/engine and @lenet/recognizer give the golden bits in';

test.each(runtimes)(`${title} $name`, async (runtime) => {
  expect(await computeDigests(await provideRuntime(runtime))).toEqual(goldenDigests());
});

test(`${title} Node 22, the toolchain's`, async () => {
  expect(process.version).toMatch(/^v22\./);
  expect(await computeDigests(process.execPath)).toEqual(goldenDigests());
});

const qemu = '/usr/bin/qemu-aarch64';
const armLibraries = '/usr/aarch64-linux-gnu';
const canRunArm = process.arch === 'x64' && existsSync(qemu) && existsSync(armLibraries);

test.skipIf(!canRunArm)(`${title} Node 22 on ARM, emulated`, async () => {
  const program = await provideRuntime(nodeForArm);
  expect(await computeDigests(qemu, ['-L', armLibraries, program])).toEqual(goldenDigests());
});
