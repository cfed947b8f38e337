import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type MirrorServer, serveArchives, startMirrorServer } from '../testing/mirror-server.js';
import { smallSet } from '../testing/small-set.js';
import { openCache } from './cache.js';
import type { DataNotice } from './data-notice.js';
import { fetchPublishedFiles } from './fetch-published-files.js';
import { openMirrors } from './mirrors.js';

const { archives, contents, published } = smallSet();
const archiveNames = [...archives.keys()].sort();

let parent: string;
let folder: string;
let server: MirrorServer;
let notices: DataNotice[];
beforeEach(async () => {
  parent = mkdtempSync(join(tmpdir(), 'lenet-cache-'));
  folder = join(parent, 'mnist');
  server = await startMirrorServer(serveArchives(archives));
  notices = [];
});
afterEach(async () => {
  await server.close();
  rmSync(parent, { recursive: true, force: true });
});

function fetchFrom(mirrors: readonly string[], signal?: AbortSignal) {
  const cache = openCache(folder, (notice) => notices.push(notice));
  return fetchPublishedFiles(published, cache, openMirrors({ mirrors, signal }));
}

test('downloads the four files, keeps the archives, and needs no mirror afterwards', async () => {
  const first = await fetchFrom([server.url]);
  expect(first).toMatchObject({ origin: `downloaded from ${new URL(server.url).host}` });
  expect(readdirSync(folder).sort()).toEqual(archiveNames);
  for (const name of archiveNames) {
    expect(readFileSync(join(folder, name)).equals(archives.get(name)!)).toBe(true);
  }

  const second = await fetchFrom([]);
  expect(second).toMatchObject({ origin: `cache "${folder}"` });
  expect(Buffer.from(second.files!.testImages.content).equals(contents.testImages)).toBe(true);
  expect(server.requests).toHaveLength(4);
  expect(notices).toEqual([]);
});

test('downloads only what the cache lacks', async () => {
  await fetchFrom([server.url]);
  rmSync(join(folder, 't10k-labels-idx1-ubyte.gz'));
  await fetchFrom([server.url]);
  expect(server.requests.slice(4)).toEqual(['t10k-labels-idx1-ubyte.gz']);
});

test.each([
  ['cut', (archive: Buffer) => archive.subarray(0, -9), 'the gzip archive is cut short'],
  ['empty', () => Buffer.alloc(0), 'expected 28 bytes decompressed, got 0'],
])('a cached file that is %s is told of and fetched again', async (_what, damage, reason) => {
  await fetchFrom([server.url]);
  const path = join(folder, 'train-images-idx3-ubyte.gz');
  writeFileSync(path, damage(archives.get('train-images-idx3-ubyte.gz')!));
  const { files } = await fetchFrom([server.url]);
  expect(files?.trainingImages.sha256).toBe(published.trainingImages.sha256);
  expect(notices).toEqual([
    {
      kind: 'cache-damaged',
      title: `Data cache: cannot use "${path}": ${reason}.`,
      lines: ['It is removed, and fetched again when it is needed.'],
    },
  ]);
  expect(readFileSync(path).equals(archives.get('train-images-idx3-ubyte.gz')!)).toBe(true);
});

test('a damaged cached file does not stay when no mirror has a better one', async () => {
  await fetchFrom([server.url]);
  const path = join(folder, 'train-images-idx3-ubyte.gz');
  writeFileSync(path, 'damaged');
  expect(await fetchFrom([])).toEqual({
    attempts: [{ source: `cache "${folder}"`, reason: 'missing train-images-idx3-ubyte' }],
  });
  expect(existsSync(path)).toBe(false);
});

test('keeps no file whose digest is wrong, and says what every mirror sent', async () => {
  const otherSet = await startMirrorServer(serveArchives(smallSet(9).archives));
  const result = await fetchFrom([otherSet.url]);
  await otherSet.close();
  // sha256 of train-images-idx3-ubyte of the two sets
  const [expected, got] = [smallSet(), smallSet(9)].map((set) =>
    set.published.trainingImages.sha256.slice(0, 12),
  );
  expect(result).toEqual({
    attempts: [
      {
        source: `cache "${folder}"`,
        reason:
          'missing train-images-idx3-ubyte, train-labels-idx1-ubyte, t10k-images-idx3-ubyte, t10k-labels-idx1-ubyte',
      },
      {
        source: `${otherSet.url}train-images-idx3-ubyte.gz`,
        reason: `not the published file: expected sha256 ${expected}…, got ${got}…`,
      },
    ],
  });
  expect(existsSync(folder)).toBe(false);
});

test('goes on without a cache that cannot be written, and says so once', async () => {
  writeFileSync(join(parent, 'mnist'), 'a file where the folder should be');
  const { files } = await fetchFrom([server.url]);
  expect(files?.testLabels.sha256).toBe(published.testLabels.sha256);
  expect(notices).toEqual([
    {
      kind: 'cache-unusable',
      title: `Data cache "${folder}" cannot be used: EEXIST.`,
      lines: [
        'The data is downloaded again each time.',
        'Set LENET_CACHE_DIR to a folder that you may write to.',
      ],
    },
  ]);
});

test('stops at the signal with whole files only, and goes on from them', async () => {
  const controller = new AbortController();
  const stalling = await startMirrorServer((request, response) => {
    if (!request.url!.startsWith('/t10k-images')) return serveArchives(archives)(request, response);
    response.writeHead(200, { 'content-length': 1000 });
    response.write('x', () => controller.abort(new Error('enough')));
  });
  await expect(fetchFrom([stalling.url], controller.signal)).rejects.toThrow('enough');
  await stalling.close();
  expect(readdirSync(folder).sort()).toEqual(['train-images-idx3-ubyte.gz', 'train-labels-idx1-ubyte.gz']);
  await fetchFrom([server.url]);
  expect(server.requests).toEqual(['t10k-images-idx3-ubyte.gz', 't10k-labels-idx1-ubyte.gz']);
});

test('two that fetch at once do each other no harm', async () => {
  const results = await Promise.all([fetchFrom([server.url]), fetchFrom([server.url])]);
  for (const { files } of results) expect(files?.testImages.sha256).toBe(published.testImages.sha256);
  expect(readdirSync(folder).sort()).toEqual(archiveNames);
  expect(notices).toEqual([]);
});

test('a folder that stands where a cached file should be is told of', async () => {
  const path = join(folder, 'train-images-idx3-ubyte.gz');
  mkdirSync(path, { recursive: true });
  const { files } = await fetchFrom([server.url]);
  expect(files?.trainingImages.sha256).toBe(published.trainingImages.sha256);
  expect(notices.map((notice) => notice.title)).toEqual([
    `Data cache: cannot use "${path}": expected a file, got a folder (EISDIR).`,
    `Data cache "${folder}" cannot be used: EISDIR.`,
  ]);
});
