import type { RequestListener } from 'node:http';
import { gzipSync } from 'node:zlib';
import { afterEach, expect, test } from 'vitest';
import { type MirrorServer, serveArchives, startMirrorServer } from '../testing/mirror-server.js';
import { smallSet } from '../testing/small-set.js';
import { type MirrorOptions, openMirrors } from './mirrors.js';

const { archives, contents, published } = smallSet();
const { trainingImages, trainingLabels } = published;
const imagesArchive = archives.get('train-images-idx3-ubyte.gz')!;

const servers: MirrorServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

async function start(listener: RequestListener): Promise<MirrorServer> {
  const server = await startMirrorServer(listener);
  servers.push(server);
  return server;
}

const good = () => start(serveArchives(archives));
const silent = () => start(() => {});
const sending = (body: Uint8Array | string) => start((_request, response) => response.end(body));

function open(mirrors: readonly MirrorServer[], options: MirrorOptions = {}) {
  return openMirrors({
    mirrors: mirrors.map((mirror) => mirror.url),
    answerMs: 2000,
    stallMs: 300,
    ...options,
  });
}

test('gives the archive as it came, its contents and where it is from', async () => {
  const server = await good();
  const mirrors = open([server]);
  const url = `${server.url}train-images-idx3-ubyte.gz`;
  const file = (await mirrors.get(trainingImages))!;
  expect(Buffer.from(file.bytes).equals(imagesArchive)).toBe(true);
  expect(Buffer.from(file.content).equals(contents.trainingImages)).toBe(true);
  expect(file).toMatchObject({
    archiveName: 'train-images-idx3-ubyte.gz',
    sha256: trainingImages.sha256,
    url,
  });
  expect(mirrors.attempts).toEqual([]);
});

test('takes a file that comes decompressed, and does not call it an archive', async () => {
  const server = await sending(contents.trainingImages);
  const file = (await open([server]).get(trainingImages))!;
  expect(file.archiveName).toBe('train-images-idx3-ubyte');
  expect(Buffer.from(file.bytes).equals(contents.trainingImages)).toBe(true);
});

test('a mirror may be given without the slash at its end', async () => {
  const server = await good();
  const mirrors = openMirrors({ mirrors: [server.url.slice(0, -1)] });
  expect((await mirrors.get(trainingImages))?.sha256).toBe(trainingImages.sha256);
});

test.each([
  ['a page', '<html>', 'expected 28 bytes decompressed, got 6'],
  ['a cut archive', imagesArchive.subarray(0, -9), 'the gzip archive is cut short'],
  [
    'an archive with a wrong bit',
    flipBit(imagesArchive, imagesArchive.length - 8),
    'the gzip archive is damaged (incorrect data check)',
  ],
  [
    'an archive that unpacks without end',
    gzipSync(Buffer.alloc(1_000_000)),
    'the gzip archive holds too much',
  ],
  [
    'another file of that size',
    gzipSync(Buffer.alloc(28)),
    // head -c 28 /dev/zero | sha256sum
    `expected sha256 ${trainingImages.sha256.slice(0, 12)}…, got 3addfb141cd7…`,
  ],
])('passes over a mirror that sends %s', async (_what, body, reason) => {
  const wrong = await sending(body);
  const mirrors = open([wrong, await good()]);
  expect((await mirrors.get(trainingImages))?.sha256).toBe(trainingImages.sha256);
  expect(mirrors.attempts).toEqual([
    { source: `${wrong.url}train-images-idx3-ubyte.gz`, reason: `not the published file: ${reason}` },
  ]);
});

test('asks a mirror that sent something wrong last for the files that follow', async () => {
  const [wrong, right] = [await sending('<html>'), await good()];
  const mirrors = open([wrong, right]);
  await mirrors.get(trainingImages);
  await mirrors.get(trainingLabels);
  expect(wrong.requests).toEqual(['train-images-idx3-ubyte.gz']);
  expect(right.requests).toEqual(['train-images-idx3-ubyte.gz', 'train-labels-idx1-ubyte.gz']);
});

test('passes over a mirror that stalls within the body', async () => {
  const stalling = await start((_request, response) => {
    response.writeHead(200, { 'content-length': imagesArchive.length });
    response.write(imagesArchive.subarray(0, 5));
  });
  const mirrors = open([stalling, await good()]);
  expect((await mirrors.get(trainingImages))?.sha256).toBe(trainingImages.sha256);
  expect(mirrors.attempts).toEqual([
    {
      source: `${stalling.url}train-images-idx3-ubyte.gz`,
      reason: `stalled: no bytes for 0.3 s after 5 of ${imagesArchive.length} bytes`,
    },
  ]);
});

test('a silent mirror costs its share of the time, once, and leaves the rest to the next', async () => {
  const [dead, right] = [await silent(), await good()];
  const mirrors = open([dead, right], { answerMs: 1000 });
  const startedAt = performance.now();
  expect(await mirrors.get(trainingImages)).toBeDefined();
  expect(await mirrors.get(trainingLabels)).toBeDefined();
  expect(performance.now() - startedAt).toBeLessThan(1500);
  expect(dead.requests).toHaveLength(1);
  expect(mirrors.attempts).toEqual([
    { source: `${dead.url}train-images-idx3-ubyte.gz`, reason: 'no answer within 0.5 s' },
  ]);
});

test('mirrors that are all silent cost no more than the limit together', async () => {
  const mirrors = open([await silent(), await silent(), await silent()], { answerMs: 300 });
  const startedAt = performance.now();
  expect(await mirrors.get(trainingImages)).toBeUndefined();
  const elapsed = performance.now() - startedAt;
  expect(elapsed).toBeGreaterThan(280);
  expect(elapsed).toBeLessThan(900);
  expect(mirrors.attempts).toHaveLength(3);
});

test('tells how far the download is', async () => {
  const server = await good();
  const told: unknown[] = [];
  await open([server], { onProgress: (progress) => told.push(progress) }).get(trainingImages);
  expect(told.at(-1)).toEqual({
    file: 'train-images-idx3-ubyte',
    url: `${server.url}train-images-idx3-ubyte.gz`,
    receivedBytes: imagesArchive.length,
    totalBytes: imagesArchive.length,
  });
});

function flipBit(bytes: Uint8Array, position: number): Uint8Array {
  const copy = Uint8Array.from(bytes);
  copy[position] ^= 1;
  return copy;
}
