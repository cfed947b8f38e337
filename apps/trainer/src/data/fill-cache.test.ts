import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type MirrorServer, serveArchives, startMirrorServer } from '../testing/mirror-server.js';
import { smallSet } from '../testing/small-set.js';
import { type FillCacheOptions, fillCache } from './fill-cache.js';

const { archives, published } = smallSet();
const names = [...archives.keys()];

let cacheFolder: string;
let folder: string;
let server: MirrorServer;
beforeEach(async () => {
  cacheFolder = mkdtempSync(join(tmpdir(), 'lenet-cache-'));
  folder = join(cacheFolder, 'mnist');
  server = await startMirrorServer(serveArchives(archives));
});
afterEach(async () => {
  await server.close();
  rmSync(cacheFolder, { recursive: true, force: true });
});

const fill = (options: Partial<FillCacheOptions> = {}) =>
  fillCache({ cacheFolder, mirrors: [server.url], published, ...options });

test('downloads what is missing, and says what came from where', async () => {
  const { host } = new URL(server.url);
  const expected = Object.values(published).map(({ name, sha256 }) => ({
    name,
    sha256,
    path: join(folder, `${name}.gz`),
    bytes: archives.get(`${name}.gz`)!.length,
  }));
  expect(await fill()).toEqual({ folder, files: expected.map((file) => ({ ...file, host })) });
  expect(server.requests).toEqual(names);
  for (const [name, archive] of archives) expect(readFileSync(join(folder, name))).toEqual(archive);

  // The second time everything is there.
  expect(await fill()).toEqual({ folder, files: expected });
  rmSync(join(folder, names[2]));
  const { files } = await fill();
  expect(files.map((file) => file.host)).toEqual([undefined, undefined, host, undefined]);
  expect(server.requests).toEqual([...names, names[2]]);
});

test('force downloads everything again', async () => {
  await fill();
  await fill({ force: true });
  expect(server.requests).toEqual([...names, ...names]);
});

test('a force that fails leaves what was there', async () => {
  await fill();
  await expect(fill({ force: true, mirrors: [] })).rejects.toHaveProperty('name', 'DataError');
  expect(readdirSync(folder).sort()).toEqual([...names].sort());
});

test('no mirror that has it is an error with every attempt', async () => {
  const empty = await startMirrorServer((_request, response) => response.writeHead(404).end());
  await expect(fill({ mirrors: [empty.url] })).rejects.toMatchObject({
    name: 'DataError',
    message: `\
MNIST: no mirror has it. Tried:
  - cache "${folder}": missing train-images-idx3-ubyte, train-labels-idx1-ubyte, t10k-images-idx3-ubyte, t10k-labels-idx1-ubyte
  - ${empty.url}train-images-idx3-ubyte.gz: HTTP status 404
Connect to the internet, name a mirror of your own with --mirror, or set LENET_DATA_DIR to a folder with the four files.`,
  });
  await empty.close();
});

test('a cache that cannot be written is an error, not a notice', async () => {
  writeFileSync(folder, 'a file in its place');
  await expect(fill()).rejects.toMatchObject({
    name: 'DataError',
    message: `Data cache "${folder}": cannot be written (EEXIST). Set LENET_CACHE_DIR to a folder that you may write to.`,
  });
  expect(statSync(folder).isFile()).toBe(true);
});

test('an abort keeps the files that are whole', async () => {
  const controller = new AbortController();
  const serve = serveArchives(archives);
  const slow = await startMirrorServer((request, response) => {
    if (request.url === `/${names[1]}`) controller.abort();
    else serve(request, response);
  });
  await expect(fill({ mirrors: [slow.url], signal: controller.signal })).rejects.toMatchObject({
    name: 'InterruptedError',
    message:
      'Interrupted; nothing half-written is left. The same command goes on with the files that are missing.',
  });
  await slow.close();
  expect(readdirSync(folder)).toEqual([names[0]]);
});
