import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { askProcess } from '../processes/ask-process.js';
import { smallSet } from '../testing/small-set.js';
import { dataChecks, findCached, findGiven } from './data-checks.js';
import { probeData } from './probe-data.js';
import { runCheck } from './run-check.js';

const { archives, published } = smallSet();
const names = Object.values(published).map(({ name }) => name);
const remedy = 'Set it to a folder with the four files of MNIST, whole, or unset it.';
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lenet-doctor-data-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const writeAll = () => {
  for (const [name, archive] of archives) writeFileSync(join(folder, name), archive);
};

test('four whole files', async () => {
  writeAll();
  const answer = await probeData(folder, published);
  expect(answer).toEqual({ kind: 'folder', files: names.map((name) => ({ name, state: 'whole' })) });
  const finding = { status: 'good', summary: `${folder}: MNIST, whole` };
  expect(findGiven(folder, answer)).toMatchObject(finding);
  expect(findCached(folder, answer)).toMatchObject(finding);
});

test('a file that is missing, one that is cut short and one that is another', async () => {
  writeAll();
  const [first, second, third] = [...archives.keys()].map((name) => join(folder, name));
  rmSync(first);
  writeFileSync(second, archives.get([...archives.keys()][1])!.subarray(0, 30));
  writeFileSync(third, 'something else');
  const answer = await probeData(folder, published);
  const summary = `${folder}: ${names[0]} is missing; ${names[1]} is damaged (the gzip archive is cut short); ${names[2]} is damaged (expected ${published.testImages.bytes.toLocaleString('en')} bytes decompressed, got 14)`;
  expect(findGiven(folder, answer)).toMatchObject({ status: 'bad', summary, remedy });
  expect(findCached(folder, answer)).toMatchObject({
    status: 'note',
    summary,
    remedy: '"lenet data fetch" fetches again what is missing or damaged.',
  });
});

test('no folder, an empty one, and a file', async () => {
  const missing = join(folder, 'none');
  expect(findGiven(missing, await probeData(missing))).toMatchObject({
    status: 'bad',
    summary: `${missing}: expected a folder, found nothing of that name`,
    remedy,
  });
  mkdirSync(missing);
  expect(findCached(missing, await probeData(missing))).toMatchObject({
    status: 'note',
    summary: `${missing}: nothing yet`,
    remedy: '"lenet data fetch" downloads MNIST (11.6 MB), and so does "lenet train" when it needs it.',
  });
  const file = join(folder, 'file');
  writeFileSync(file, '');
  expect(findGiven(file, await probeData(file)).summary).toBe(`${file}: expected a folder, got a file`);
  expect(findCached(file, await probeData(file)).summary).toBe(`${file}: expected a folder, got a file`);
});

test.skipIf(!process.env.LENET_DATA_DIR)('MNIST in LENET_DATA_DIR is whole', async () => {
  const { files } = await probeData(process.env.LENET_DATA_DIR!);
  expect(files.map(({ state }) => state)).toEqual(['whole', 'whole', 'whole', 'whole']);
});

test.runIf(process.platform !== 'win32')('a file that never answers is a finding, not a hang', async () => {
  execFileSync('mkfifo', [join(folder, 'train-images-idx3-ubyte')]);
  const probe = fileURLToPath(new URL('../../dist/doctor/probe.js', import.meta.url));
  const places = { environmentFolder: folder, cacheFolder: folder };
  const [check] = dataChecks((request) => askProcess(probe, request, { timeoutMs: 2000 }), places);
  expect(await runCheck(check, { timeoutMs: 60_000 })).toMatchObject({
    status: 'bad',
    summary: 'no answer within 2 s',
    remedy: 'Try again when the machine is less busy.',
  });
});
