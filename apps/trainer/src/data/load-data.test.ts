import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type DataFixture, openDataFixture } from '../testing/data-fixture.js';
import { type MirrorServer, startMirrorServer } from '../testing/mirror-server.js';
import { smallSet } from '../testing/small-set.js';
import { loadData } from './load-data.js';

const { archives, published } = smallSet();
const fileNames =
  'train-images-idx3-ubyte, train-labels-idx1-ubyte, t10k-images-idx3-ubyte, t10k-labels-idx1-ubyte';
const files = [
  { name: 'train-images-idx3-ubyte', sha256: published.trainingImages.sha256, bytes: 28 },
  { name: 'train-labels-idx1-ubyte', sha256: published.trainingLabels.sha256, bytes: 11 },
  { name: 't10k-images-idx3-ubyte', sha256: published.testImages.sha256, bytes: 24 },
  { name: 't10k-labels-idx1-ubyte', sha256: published.testLabels.sha256, bytes: 10 },
];
const attribution = 'MNIST, Y. LeCun, C. Cortes, C. J. C. Burges, CC BY-SA 3.0';

let folder: string;
let cacheFolder: string;
let server: MirrorServer;
let load: DataFixture['load'];
let writeSet: DataFixture['writeSet'];
let close: DataFixture['close'];
beforeEach(async () => {
  ({ folder, cacheFolder, server, load, writeSet, close } = await openDataFixture());
});
afterEach(() => close());

describe('auto and mnist', () => {
  test.each(['auto', 'mnist'])('%s takes the folder of LENET_DATA_DIR, and asks no mirror', async (data) => {
    writeSet();
    const loaded = await load(data, { environment: { LENET_DATA_DIR: folder } });
    expect(loaded.training).toMatchObject({ count: 3, height: 2, width: 2, labels: Uint8Array.of(0, 1, 2) });
    expect([...loaded.training.pixels]).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    expect([...loaded.test.pixels]).toEqual([101, 102, 103, 104, 105, 106, 107, 108]);
    expect(loaded.identity).toEqual({
      kind: 'mnist',
      title: 'MNIST',
      origin: `folder "${folder}" (LENET_DATA_DIR)`,
      attribution,
      files,
      trainingCount: 3,
      testCount: 2,
    });
    expect(loaded.notices).toEqual([]);
    expect(server.requests).toEqual([]);
  });

  test('LENET_DATA_DIR may be relative to the current directory', async () => {
    writeSet();
    const loaded = await load('mnist', { environment: { LENET_DATA_DIR: relative(process.cwd(), folder) } });
    expect(loaded.identity.origin).toBe(`folder "${folder}" (LENET_DATA_DIR)`);
  });

  test('an empty LENET_DATA_DIR counts as not set', async () => {
    const { identity } = await load('mnist', { environment: { LENET_DATA_DIR: '' } });
    expect(identity.origin).toBe(`downloaded from ${new URL(server.url).host}`);
  });

  test('downloads into the cache, and takes the cache the next time', async () => {
    await load('auto');
    const { identity } = await load('auto', { mirrors: [] });
    expect(identity).toMatchObject({ kind: 'mnist', origin: `cache "${join(cacheFolder, 'mnist')}"`, files });
  });

  test('mnist without any place that has it is an error with every place that was tried', async () => {
    const empty = await startMirrorServer((_request, response) => response.writeHead(404).end());
    const cache = join(cacheFolder, 'mnist');
    await expect(load('mnist', { mirrors: [empty.url] })).rejects.toMatchObject({
      name: 'DataError',
      message: `\
MNIST: expected its four files in LENET_DATA_DIR, in the cache or at a mirror, found them nowhere. Tried:
  - LENET_DATA_DIR: not set
  - cache "${cache}": missing ${fileNames}
  - ${empty.url}train-images-idx3-ubyte.gz: HTTP status 404
Connect to the internet, or put train-images-idx3-ubyte.gz, train-labels-idx1-ubyte.gz, t10k-images-idx3-ubyte.gz, t10k-labels-idx1-ubyte.gz into a folder and set LENET_DATA_DIR to it. "--data synthetic" needs no files.`,
      attempts: [
        { source: 'LENET_DATA_DIR', reason: 'not set' },
        { source: `cache "${cache}"`, reason: `missing ${fileNames}` },
        { source: `${empty.url}train-images-idx3-ubyte.gz`, reason: 'HTTP status 404' },
      ],
    });
    await empty.close();
  });

  test('auto then makes synthetic digits, with a notice that says why', async () => {
    const told: unknown[] = [];
    const limits = { training: 20, test: 10 };
    const loaded = await load('auto', { mirrors: [], limits, onNotice: (notice) => told.push(notice) });
    expect(loaded.identity.kind).toBe('synthetic');
    expect(loaded.notices).toEqual([
      {
        kind: 'synthetic-instead',
        title: 'Not MNIST: synthetic digits instead',
        lines: [
          'MNIST could not be had:',
          '- LENET_DATA_DIR: not set',
          `- cache "${join(cacheFolder, 'mnist')}": missing ${fileNames}`,
          '',
          'Figures of this run say nothing about MNIST. For MNIST, connect to the internet, or set LENET_DATA_DIR to a folder with its four files. "--data mnist" never uses synthetic digits.',
        ],
      },
    ]);
    expect(told).toEqual(loaded.notices);
  });
});

describe('a LENET_DATA_DIR that is set but broken is an error, never a reason to look elsewhere', () => {
  const unset = 'Set it to a folder with the four files of MNIST, or unset it.';
  const mend = 'Put the published file of MNIST in its place, or unset LENET_DATA_DIR.';
  const expectFailure = async (message: string) => {
    const attempt = load('auto', { environment: { LENET_DATA_DIR: folder } });
    await expect(attempt).rejects.toMatchObject({ name: 'DataError', message });
    expect(server.requests).toEqual([]);
  };

  test('no folder', async () => {
    rmSync(folder, { recursive: true });
    await expectFailure(
      `LENET_DATA_DIR "${folder}": expected a folder with four IDX files (plain or .gz), found nothing of that name. ${unset}`,
    );
  });

  test('a file', async () => {
    rmSync(folder, { recursive: true });
    writeFileSync(folder, '');
    await expectFailure(
      `LENET_DATA_DIR "${folder}": expected a folder with four IDX files (plain or .gz), got a file. ${unset}`,
    );
  });

  test('missing files', async () => {
    writeSet();
    rmSync(join(folder, 'train-labels-idx1-ubyte.gz'));
    rmSync(join(folder, 't10k-labels-idx1-ubyte.gz'));
    await expectFailure(
      `LENET_DATA_DIR "${folder}": expected a folder with four IDX files (plain or .gz), missing train-labels-idx1-ubyte, t10k-labels-idx1-ubyte. ${unset}`,
    );
  });

  test('a cut archive', async () => {
    writeSet();
    const path = join(folder, 't10k-images-idx3-ubyte.gz');
    writeFileSync(path, archives.get('t10k-images-idx3-ubyte.gz')!.subarray(0, -1));
    await expectFailure(`Data file "${path}": the gzip archive is cut short. ${mend}`);
  });

  test('a folder in place of a file', async () => {
    const path = join(folder, 'train-images-idx3-ubyte');
    mkdirSync(path);
    await expectFailure(`Data file "${path}": expected a file, got a folder (EISDIR). ${mend}`);
  });

  test('another data set', async () => {
    const other = smallSet(9);
    writeSet(other.archives);
    const [expected, got] = [published, other.published].map((set) => set.trainingImages.sha256.slice(0, 12));
    const path = join(folder, 'train-images-idx3-ubyte.gz');
    await expectFailure(
      `Data file "${path}": expected sha256 ${expected}…, got ${got}…. LENET_DATA_DIR is for MNIST only: put the published file in its place, or give other data with "--data ${folder}".`,
    );
  });
});

describe('limits', () => {
  test('take the first images, and the identity says of how many', async () => {
    writeSet();
    const { training, test: testImages, identity } = await load(folder, { limits: { training: 2, test: 1 } });
    expect([...training.pixels]).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect([...training.labels]).toEqual([0, 1]);
    expect(training.count).toBe(2);
    // A copy: the memory of the images that are not used can be freed.
    expect(training.pixels.buffer.byteLength).toBe(8);
    expect([...testImages.pixels]).toEqual([101, 102, 103, 104]);
    expect(identity).toMatchObject({ trainingCount: 2, trainingTotal: 3, testCount: 1, testTotal: 2, files });
  });

  test('beyond the set change nothing', async () => {
    writeSet();
    const { identity } = await load(folder, { limits: { training: 4 } });
    expect(identity.trainingCount).toBe(3);
    expect(identity).not.toHaveProperty('trainingTotal');
  });

  test.each([0, 1.5, Number.NaN])('of %d are refused', async (training) => {
    await expect(load('synthetic', { limits: { training } })).rejects.toMatchObject({
      name: 'InvalidArgumentError',
      message: `Argument "limits.training": expected a whole number of 1 or more, got ${training}.`,
    });
  });
});

test('synthetic digits follow the seed and are called by their name', async () => {
  const limits = { training: 20, test: 10 };
  const { training, test: testImages, identity } = await load('synthetic', { seed: 7, limits });
  expect(identity).toEqual({
    kind: 'synthetic',
    title: 'synthetic stroke digits (not MNIST)',
    origin: expect.stringMatching(/^generator of @lenet\/core \d+\.\d+\.\d+\S*, seed 7$/),
    // Header of 16 or 8 bytes, then 28 x 28 bytes an image or one a label.
    files: [
      { name: 'synthetic-training-images', sha256: expect.stringMatching(/^[0-9a-f]{64}$/), bytes: 15_696 },
      { name: 'synthetic-training-labels', sha256: expect.stringMatching(/^[0-9a-f]{64}$/), bytes: 28 },
      { name: 'synthetic-test-images', sha256: expect.stringMatching(/^[0-9a-f]{64}$/), bytes: 7856 },
      { name: 'synthetic-test-labels', sha256: expect.stringMatching(/^[0-9a-f]{64}$/), bytes: 18 },
    ],
    trainingCount: 20,
    trainingTotal: 60_000,
    testCount: 10,
    testTotal: 10_000,
  });
  expect([training.count, testImages.count]).toEqual([20, 10]);
  const again = await load('synthetic', { seed: 7, limits });
  const other = await load('synthetic', { seed: 8, limits });
  expect(again.training.pixels).toEqual(training.pixels);
  expect(other.training.pixels).not.toEqual(training.pixels);
  expect(again.identity).toEqual(identity);
  expect(other.identity.files[0].sha256).not.toBe(identity.files[0].sha256);
  expect(server.requests).toEqual([]);
});

test('an abort is an interruption, and leaves no file that is not whole', async () => {
  const controller = new AbortController();
  const silent = await startMirrorServer(() => controller.abort());
  await expect(load('auto', { mirrors: [silent.url], signal: controller.signal })).rejects.toMatchObject({
    name: 'InterruptedError',
    message:
      'Interrupted while the data was loaded; nothing half-written is left. Run the same command again to go on.',
  });
  await silent.close();
  expect(readdirSync(join(folder, '..'))).toEqual(['digits']);
});

test.skipIf(!process.env.LENET_DATA_DIR)(
  'knows real MNIST by its digests (needs LENET_DATA_DIR)',
  async () => {
    const { LENET_DATA_DIR } = process.env;
    const {
      training,
      test: testImages,
      identity,
    } = await loadData({
      data: 'mnist',
      seed: 1,
      cacheFolder,
      environment: { LENET_DATA_DIR },
    });
    expect(identity).toMatchObject({ kind: 'mnist', trainingCount: 60_000, testCount: 10_000, attribution });
    expect(identity.files.map(({ bytes }) => bytes)).toEqual([47_040_016, 60_008, 7_840_016, 10_008]);
    expect([training.height, training.width, training.classCount]).toEqual([28, 28, 10]);
    // The first labels of the published files: 5, 0, 4, 1 and 7, 2, 1, 0.
    expect([...training.labels.subarray(0, 4)]).toEqual([5, 0, 4, 1]);
    expect([...testImages.labels.subarray(0, 4)]).toEqual([7, 2, 1, 0]);
  },
);
