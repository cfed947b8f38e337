import { generateDigits } from '@lenet/core/synthetic';
import { encode } from 'fast-png';
import { expect, test } from 'vitest';
import { unzipFiles, zipFiles } from '../model-files/zip-files';
import { samplesAsIdx, samplesAsPng } from './export-samples';
import { importSamples } from './import-samples';

const digits = generateDigits({ count: 12, seed: 4 });
const samples = Array.from({ length: 12 }, (_, index) => ({
  pixels: digits.pixels.slice(index * 784, (index + 1) * 784),
  label: digits.labels[index],
  answer: null,
}));
const file = (name: string, bytes: Uint8Array) => ({
  path: name,
  file: new File([bytes as Uint8Array<ArrayBuffer>], name),
});

test('IDX files come back as they went, in order', async () => {
  expect(await importSamples([file('digits.zip', samplesAsIdx(samples))])).toEqual(samples);
});

test('pictures come back as they went', async () => {
  const archive = samplesAsPng(samples);
  expect([...unzipFiles(archive).keys()][0]).toBe(`${samples[0].label}/0001.png`);
  expect(await importSamples([file('digits.zip', archive)])).toEqual(samples);
});

test('a picture of another size is read like a photo', async () => {
  const data = new Uint8Array(60 * 60 * 3).fill(250);
  for (let row = 10; row < 50; row++)
    for (let column = 28; column < 33; column++)
      data.fill(0, (row * 60 + column) * 3, (row * 60 + column) * 3 + 3);
  const png = encode({ width: 60, height: 60, data, channels: 3, depth: 8 });
  const [sample] = await importSamples([file('my.zip', zipFiles(new Map([['1/photo.png', png]])))]);
  expect(sample.label).toBe(1);
  expect(sample.pixels[14 * 28 + 14]).toBeGreaterThan(200);
  expect(sample.pixels[0]).toBe(0);
});

test.each([
  [
    'notes.txt',
    new Uint8Array(3),
    'Expected an archive of this page, two IDX files, or PNG pictures in folders 0 to 9, got notes.txt.',
  ],
  [
    'a.zip',
    zipFiles(new Map([['7/broken.png', new Uint8Array(100)]])),
    '"7/broken.png" is not a whole PNG picture. Nothing was taken.',
  ],
  [
    'a.zip',
    zipFiles(new Map([['7/short.png', new Uint8Array(3)]])),
    '"7/short.png" is not a whole PNG picture. Nothing was taken.',
  ],
  [
    'a.zip',
    zipFiles(new Map([['7/huge.png', hugePng()]])),
    '"7/huge.png": expected at most 4096x4096 pixels, got 65535x65535. Nothing was taken.',
  ],
])('%s that cannot be taken is refused', async (name, bytes, words) => {
  await expect(importSamples([file(name, bytes)])).rejects.toThrow(words);
});

/** A header that claims four billion pixels. */
function hugePng(): Uint8Array {
  const png = encode({ width: 1, height: 1, data: new Uint8Array(1), channels: 1, depth: 8 });
  new DataView(png.buffer, png.byteOffset).setUint32(16, 65535);
  new DataView(png.buffer, png.byteOffset).setUint32(20, 65535);
  return png;
}
