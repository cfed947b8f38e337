import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type DataFixture, openDataFixture } from '../testing/data-fixture.js';
import { smallSet } from '../testing/small-set.js';

const { contents, published } = smallSet();
const files = [
  { name: 'train-images-idx3-ubyte', sha256: published.trainingImages.sha256, bytes: 28 },
  { name: 'train-labels-idx1-ubyte', sha256: published.trainingLabels.sha256, bytes: 11 },
  { name: 't10k-images-idx3-ubyte', sha256: published.testImages.sha256, bytes: 24 },
  { name: 't10k-labels-idx1-ubyte', sha256: published.testLabels.sha256, bytes: 10 },
];
const attribution = 'MNIST, Y. LeCun, C. Cortes, C. J. C. Burges, CC BY-SA 3.0';

let folder: string;
let load: DataFixture['load'];
let writeSet: DataFixture['writeSet'];
let close: DataFixture['close'];
beforeEach(async () => {
  ({ folder, load, writeSet, close } = await openDataFixture());
});
afterEach(() => close());

describe('a folder', () => {
  test('of other IDX files is used and never called MNIST', async () => {
    const other = smallSet(9);
    writeSet(other.archives);
    const { identity } = await load(folder, { environment: { LENET_DATA_DIR: '/elsewhere' } });
    expect(identity).toEqual({
      kind: 'idx',
      title: 'IDX files in "digits" (not MNIST)',
      origin: `folder "${folder}"`,
      files: [
        { ...files[0], sha256: other.published.trainingImages.sha256 },
        files[1],
        { ...files[2], sha256: other.published.testImages.sha256 },
        files[3],
      ],
      trainingCount: 3,
      testCount: 2,
    });
  });

  test('with the published files is MNIST', async () => {
    writeSet();
    expect((await load(folder)).identity).toMatchObject({ kind: 'mnist', title: 'MNIST', attribution });
  });

  test('is no longer MNIST when one file of four differs', async () => {
    writeSet();
    const name = 't10k-images-idx3-ubyte.gz';
    writeFileSync(join(folder, name), smallSet(9).archives.get(name)!);
    expect((await load(folder)).identity.kind).toBe('idx');
  });

  test('may hold plain files, and names with a dot', async () => {
    writeFileSync(join(folder, 'train-images-idx3-ubyte'), contents.trainingImages);
    writeFileSync(join(folder, 'train-labels.idx1-ubyte'), contents.trainingLabels);
    writeFileSync(join(folder, 't10k-images.idx3-ubyte.gz'), gzipSync(contents.testImages));
    writeFileSync(join(folder, 't10k-labels-idx1-ubyte.gz'), gzipSync(contents.testLabels));
    expect((await load(folder)).identity).toMatchObject({ kind: 'mnist', files });
  });

  test('may have the names of its classes beside the files, and then more of them than digits', async () => {
    writeSet();
    const names = Array.from({ length: 12 }, (_, label) => `class ${label}`);
    writeFileSync(join(folder, 'classes.txt'), names.join('\n'));
    writeFileSync(join(folder, 'train-labels-idx1-ubyte'), Buffer.of(0, 0, 8, 1, 0, 0, 0, 3, 9, 11, 0));
    const { training, identity } = await load(folder);
    expect(training).toMatchObject({ labels: Uint8Array.of(9, 11, 0), classCount: 12 });
    expect(identity.classes).toEqual(names);
  });

  test('that does not exist is an error that names the other choices', async () => {
    await expect(load('minst')).rejects.toHaveProperty(
      'message',
      'Data folder "minst": expected a folder with four IDX files (plain or .gz), found nothing of that name. Give "auto", "mnist", "synthetic", a folder with the four files, or one with a folder of pictures for each class.',
    );
  });
});

describe('a folder whose files do not hold what they should', () => {
  const remedy = 'Put the right file, whole, in its place.';
  const [imagesPath, labelsPath] = ['train-images-idx3-ubyte', 'train-labels-idx1-ubyte'];
  test.each([
    [
      'a cut file',
      { [imagesPath]: contents.trainingImages.subarray(0, 20) },
      imagesPath,
      'expected 28 bytes for uint8 [3, 2, 2], got 20',
    ],
    [
      'a wrong magic number',
      { [imagesPath]: Buffer.from('<html>') },
      imagesPath,
      'expected two zero bytes, an element type (08, 09, 0b to 0e) and at least 1 dimension, got 3c 68 74 6d',
    ],
    [
      'swapped files',
      { [imagesPath]: contents.trainingLabels, [labelsPath]: contents.trainingImages },
      imagesPath,
      'expected uint8 images [count, height, width], got [3]',
    ],
    [
      'no images',
      {
        [imagesPath]: Buffer.of(0, 0, 8, 3, 0, 0, 0, 0, 0, 0, 0, 2, 0, 0, 0, 2),
        [labelsPath]: Buffer.of(0, 0, 8, 1, 0, 0, 0, 0),
      },
      imagesPath,
      'expected at least 1 image, got none',
    ],
  ])('%s', async (_what, replaced, name, reason) => {
    writeSet();
    for (const [file, content] of Object.entries(replaced)) writeFileSync(join(folder, file), content);
    const file = join(folder, name);
    await expect(load(folder)).rejects.toMatchObject({
      name: 'DataError',
      message: `Data file "${file}": ${reason}. ${remedy}`,
      file,
      reason,
      remedy,
    });
  });

  test('a class that is no digit, and has no name', async () => {
    writeSet();
    const path = join(folder, labelsPath);
    writeFileSync(path, Buffer.of(0, 0, 8, 1, 0, 0, 0, 3, 9, 10, 0));
    await expect(load(folder)).rejects.toHaveProperty(
      'message',
      `Data file "${path}": expected labels from 0 to 9, got 10. ${remedy} A set with more classes needs their names, one a line, in classes.txt beside it.`,
    );
  });

  test('fewer labels than images', async () => {
    writeSet();
    const [images, labels] = [join(folder, 'train-images-idx3-ubyte.gz'), join(folder, labelsPath)];
    writeFileSync(labels, Buffer.of(0, 0, 8, 1, 0, 0, 0, 2, 0, 1));
    await expect(load(folder)).rejects.toHaveProperty(
      'message',
      `Data file "${labels}": expected 3 labels for the images of "${images}", got 2. ${remedy}`,
    );
  });

  test('images of two sizes', async () => {
    writeSet();
    const [trainingPath, testPath] = [
      join(folder, 'train-images-idx3-ubyte.gz'),
      join(folder, 't10k-images-idx3-ubyte'),
    ];
    writeFileSync(
      testPath,
      Buffer.of(0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 4, 1, 2, 3, 4, 5, 6, 7, 8),
    );
    await expect(load(folder)).rejects.toHaveProperty(
      'message',
      `Data file "${testPath}": expected images of 2x2 as in "${trainingPath}", got 1x4. ${remedy}`,
    );
  });
});
