import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type DataFixture, openDataFixture } from '../testing/data-fixture.js';
import { loadData } from './load-data.js';
import { writePngSet } from './png-set.js';

let folder: string;
let fixture: DataFixture;
let load: DataFixture['load'];
beforeEach(async () => {
  fixture = await openDataFixture();
  ({ folder, load } = fixture);
});
afterEach(() => fixture.close());

const form =
  'Give a folder with four IDX files, with training/ and test/ that hold one folder of pictures for each class, or with one folder of pictures for each class.';

/** Writes a picture of one row; each pixel is a grey level, or a colour `[red, green, blue, alpha]`. */
async function put(path: string, row: (number | number[])[], format: 'png' | 'jpeg' | 'webp' = 'png') {
  const channels = typeof row[0] === 'number' ? 1 : 4;
  const raw = { width: row.length, height: 1, channels } as const;
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  const image = sharp(Uint8Array.from(row.flat()), { raw });
  const grey = channels === 1 ? image.toColourspace('b-w') : image;
  writeFileSync(join(folder, path), await grey[format]({ quality: 100, lossless: true }).toBuffer());
}

describe('a folder with training/ and test/', () => {
  test('is read in the order of its file names, with names from its folders', async () => {
    await put('training/dog/2.png', [20, 21]);
    await put('training/cat/1.png', [10, 11]);
    await put('training/cat/3.png', [30, 31]);
    await put('test/dog/1.png', [40, 41]);
    // What macOS leaves beside files on other disks.
    writeFileSync(join(folder, 'training/cat/._1.png'), 'hidden');
    writeFileSync(join(folder, 'training/cat/notes.txt'), 'no picture');
    const { training, test: testImages, identity } = await load(folder);
    expect(training).toEqual({
      pixels: Uint8Array.of(10, 11, 20, 21, 30, 31),
      labels: Uint8Array.of(0, 1, 0),
      count: 3,
      height: 1,
      width: 2,
      classCount: 10,
    });
    expect(testImages).toMatchObject({ pixels: Uint8Array.of(40, 41), labels: Uint8Array.of(1), count: 1 });
    expect(identity).toEqual({
      kind: 'idx',
      title: 'pictures in "digits"',
      origin: `folder "${folder}"`,
      // IDX headers of 16 or 8 bytes, then 2 bytes an image or 1 a label.
      files: [
        { name: 'train-images-idx3-ubyte', sha256: expect.stringMatching(/^[0-9a-f]{64}$/), bytes: 22 },
        { name: 'train-labels-idx1-ubyte', sha256: expect.stringMatching(/^[0-9a-f]{64}$/), bytes: 11 },
        { name: 't10k-images-idx3-ubyte', sha256: expect.stringMatching(/^[0-9a-f]{64}$/), bytes: 18 },
        { name: 't10k-labels-idx1-ubyte', sha256: expect.stringMatching(/^[0-9a-f]{64}$/), bytes: 9 },
      ],
      classes: ['cat', 'dog'],
      trainingCount: 3,
      testCount: 1,
    });
  });

  test('takes names from classes.txt', async () => {
    await put('train/1/a.png', [1]);
    await put('test/Trouser/b.png', [2]);
    writeFileSync(join(folder, 'classes.txt'), 'T-shirt/top\nTrouser\n');
    const { training, test: testImages, identity } = await load(folder);
    expect([training.labels[0], testImages.labels[0]]).toEqual([1, 1]);
    expect(identity.classes).toEqual(['T-shirt/top', 'Trouser']);
  });

  test('a limit takes the first images and reads no others', async () => {
    for (const name of ['a', 'b']) await put(`training/3/${name}.png`, [1]);
    await put('test/3/a.png', [1]);
    writeFileSync(join(folder, 'training/3/b.png'), 'damaged');
    const { training, identity } = await load(folder, { limits: { training: 1 } });
    expect([...training.labels]).toEqual([3]);
    expect(identity).toMatchObject({ trainingCount: 1, trainingTotal: 2, testCount: 1 });
    expect(identity).not.toHaveProperty('classes');
  });

  test('written by an export it is the published set again', async () => {
    fixture.writeSet();
    const published = await load(folder);
    const other = mkdtempSync(join(tmpdir(), 'lenet-pictures-'));
    const seen: string[] = [];
    const onPicture = (done: number, total: number) => seen.push(`${done}/${total}`);
    const count = await writePngSet(other, published, { signal: new AbortController().signal });
    const loaded = await load(other, { onPicture });
    expect(count).toBe(5);
    expect(seen).toEqual(['2/5', '3/5', '4/5', '5/5']);
    expect(loaded.identity).toEqual({ ...published.identity, origin: `folder "${other}"` });
    expect(loaded.training).toEqual(published.training);
    rmSync(other, { recursive: true });
  });
});

describe('grey levels', () => {
  test('are the brightness of colours, on a background where they are transparent', async () => {
    await put('training/0/a.png', [
      [255, 0, 0, 255],
      [0, 255, 0, 255],
      [0, 0, 255, 255],
      [255, 255, 255, 0],
    ]);
    await put('test/0/a.webp', [7, 8, 9, 10], 'webp');
    const { training, test: testImages } = await load(folder);
    // Rec. 601: 255 times 0.299, 0.587 and 0.114.
    expect([...training.pixels]).toEqual([76, 150, 29, 0]);
    expect([...testImages.pixels]).toEqual([7, 8, 9, 10]);
  });

  test('of 16 bits become 8', async () => {
    mkdirSync(join(folder, 'training/0'), { recursive: true });
    const raw = { width: 2, height: 1, channels: 1 } as const;
    const deep = await sharp(Uint8Array.of(0, 128), { raw }).toColourspace('grey16').png().toBuffer();
    expect((await sharp(deep).metadata()).depth).toBe('ushort');
    writeFileSync(join(folder, 'training/0/a.png'), deep);
    await put('test/0/a.png', [1, 2]);
    expect([...(await load(folder)).training.pixels]).toEqual([0, 128]);
  });
});

describe('a folder without halves', () => {
  async function putMany(counts: Record<string, number>) {
    for (const [name, count] of Object.entries(counts)) {
      for (let index = 0; index < count; index++) await put(`${name}/${index}.png`, [index]);
    }
  }

  test('is split by the seed, a seventh of each class for testing', async () => {
    await putMany({ cat: 14, dog: 7 });
    const { training, test: testImages, identity } = await load(folder, { seed: 5 });
    const labels = (images: { labels: Uint8Array }) => [...images.labels].sort().join('');
    expect(labels(training)).toBe('0'.repeat(12) + '1'.repeat(6));
    expect(labels(testImages)).toBe('001');
    expect(identity).toMatchObject({
      origin: `folder "${folder}", split with seed 5`,
      classes: ['cat', 'dog'],
    });
    const [again, other] = [await load(folder, { seed: 5 }), await load(folder, { seed: 6 })];
    expect(again.test.pixels).toEqual(testImages.pixels);
    expect(other.test.pixels).not.toEqual(testImages.pixels);
    const all = [training, testImages].flatMap(({ pixels, labels: half }) =>
      [...pixels].map((pixel, index) => `${half[index]}:${pixel}`),
    );
    expect(new Set(all).size).toBe(21);
  });

  test('with one picture cannot be split', async () => {
    await putMany({ cat: 1 });
    await expect(load(folder)).rejects.toHaveProperty(
      'message',
      `Data folder "${folder}": expected at least 2 pictures, one to train on and one to test with, got 1. Put more pictures into it.`,
    );
  });

  test('may have links to folders', async () => {
    await putMany({ 'digits/3': 4, 'digits/4': 4 });
    const linked = join(folder, 'linked');
    mkdirSync(linked);
    for (const name of ['3', '4']) symlinkSync(join(folder, 'digits', name), join(linked, name));
    expect((await load(linked)).identity).toMatchObject({ trainingCount: 7, testCount: 1 });
  });
});

describe('a folder that cannot be used', () => {
  const expectFailure = (message: string) => expect(load(folder)).rejects.toHaveProperty('message', message);

  test('one half only', async () => {
    await put('training/3/a.png', [1]);
    await expectFailure(`Data folder "${folder}": expected two halves, found training without test. ${form}`);
  });

  test('no pictures', async () => {
    mkdirSync(join(folder, 'raw'));
    await expectFailure(
      `Data folder "${folder}": expected PNG, JPEG or WebP pictures in folders, one for each class, found none. ${form}`,
    );
  });

  test('pictures outside the folders of classes', async () => {
    await put('3/a.png', [1]);
    await put('b.png', [1]);
    await expectFailure(
      `Data folder "${folder}": expected pictures in folders, one for each class, got "b.png" outside. ${form}`,
    );
  });

  test('pictures of two sizes', async () => {
    await put('training/3/a.png', [1, 2]);
    await put('test/3/b.png', [1, 2, 3]);
    const [first, second] = [join(folder, 'training/3/a.png'), join(folder, 'test/3/b.png')];
    await expectFailure(
      `Data folder "${folder}": expected pictures of one size, 2x1 as "${first}", got 3x1 in "${second}". Scale them to one size first.`,
    );
  });

  test('a damaged picture', async () => {
    await put('training/3/a.png', [1]);
    await put('test/3/a.png', [1]);
    const path = join(folder, 'test/3/a.png');
    writeFileSync(path, 'not a picture');
    await expect(load(folder)).rejects.toMatchObject({
      name: 'PictureError',
      message: expect.stringMatching(
        /^".*a\.png": expected a PNG, JPEG, WebP or IDX file \(.+\)\. Check the file, or convert it\.$/,
      ),
    });
  });
});

test('an abort while pictures are read is an interruption', async () => {
  await put('training/3/a.png', [1]);
  await put('training/3/b.png', [1]);
  await put('test/3/a.png', [1]);
  const controller = new AbortController();
  const { signal } = controller;
  await expect(
    loadData({
      data: folder,
      seed: 1,
      cacheFolder: folder,
      environment: {},
      signal,
      onPicture: () => controller.abort(),
    }),
  ).rejects.toHaveProperty('name', 'InterruptedError');
});
