import { expect, test } from 'vitest';
import { InvalidArgumentError } from '../errors/invalid-argument-error.js';
import { encodeIdx } from '../idx/encode-idx.js';
import { readLabelledImages } from './read-labelled-images.js';

const pixels = Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
const images = encodeIdx({ dimensions: [2, 2, 3], values: pixels });
const labels = encodeIdx({ dimensions: [2], values: Uint8Array.of(7, 4) });

async function gzip(bytes: Uint8Array): Promise<Uint8Array> {
  const compressed = new Blob([Uint8Array.from(bytes)]).stream().pipeThrough(new CompressionStream('gzip'));
  return new Uint8Array(await new Response(compressed).arrayBuffer());
}

test('reads images and labels', async () => {
  expect(await readLabelledImages({ images, labels })).toEqual({
    pixels,
    labels: Uint8Array.of(7, 4),
    count: 2,
    height: 2,
    width: 3,
    classCount: 10,
  });
});

test('decompresses what is compressed', async () => {
  const set = await readLabelledImages({ images: await gzip(images), labels: await gzip(labels) });
  expect([...set.pixels]).toEqual([...pixels]);
  expect([...set.labels]).toEqual([7, 4]);
});

test.each([
  [
    'images and labels swapped',
    { images: labels, labels: images },
    'IDX file "i": expected uint8 images [count, height, width], got [2]. Are the files of images and labels swapped?',
  ],
  [
    'images for labels',
    { images, labels: images },
    'IDX file "l": expected uint8 labels [count], got [2, 2, 3]. Are the files of images and labels swapped?',
  ],
  [
    'the labels of another set',
    { images, labels: encodeIdx({ dimensions: [3], values: new Uint8Array(3) }) },
    'IDX file "l": expected 2 labels for the images of "i", got 3. Images and labels must come from the same set.',
  ],
  [
    'images cut short',
    { images: images.subarray(0, 20), labels },
    'IDX file "i": expected 28 bytes for uint8 [2, 2, 3], got 20. The file is cut short; get it again.',
  ],
  [
    'a damaged archive of labels',
    { images, labels: Uint8Array.of(0x1f, 0x8b, 8) },
    'IDX file "l": expected a whole gzip archive, got one that is damaged or cut short. Get the file again.',
  ],
])('refuses %s', async (_title, files, message) => {
  await expect(readLabelledImages({ ...files, imagesName: 'i', labelsName: 'l' })).rejects.toThrow(message);
});

test('refuses a label that is not below the number of classes', async () => {
  const error = await readLabelledImages({ images, labels, classCount: 7 }).catch(
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(InvalidArgumentError);
  expect(error).toMatchObject({
    message: 'Labelled images: expected labels from 0 to 6, got 7 for image 0.',
    argument: 'labels',
  });
});
