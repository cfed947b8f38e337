import { expect, test } from 'vitest';
import { IdxFormatError } from '../errors/idx-format-error.js';
import { InvalidArgumentError } from '../errors/invalid-argument-error.js';
import { encodeIdx } from '../idx/encode-idx.js';
import { loadMnist, type MnistSource } from './load-mnist.js';

/** Two training images and one test image of 1x3 pixels. */
const files = {
  trainingImages: encodeIdx({ dimensions: [2, 1, 3], values: Uint8Array.of(1, 2, 3, 4, 5, 6) }),
  trainingLabels: encodeIdx({ dimensions: [2], values: Uint8Array.of(8, 9) }),
  testImages: encodeIdx({ dimensions: [1, 1, 3], values: Uint8Array.of(7, 8, 9) }),
  testLabels: encodeIdx({ dimensions: [1], values: Uint8Array.of(0) }),
};
const published: Record<string, Uint8Array> = {
  'train-images-idx3-ubyte': files.trainingImages,
  'train-labels-idx1-ubyte': files.trainingLabels,
  't10k-images-idx3-ubyte': files.testImages,
  't10k-labels-idx1-ubyte': files.testLabels,
};
const sets = {
  train: {
    pixels: Uint8Array.of(1, 2, 3, 4, 5, 6),
    labels: Uint8Array.of(8, 9),
    count: 2,
    height: 1,
    width: 3,
    classCount: 10,
  },
  test: {
    pixels: Uint8Array.of(7, 8, 9),
    labels: Uint8Array.of(0),
    count: 1,
    height: 1,
    width: 3,
    classCount: 10,
  },
};

async function gzip(bytes: Uint8Array): Promise<Uint8Array> {
  const compressed = new Blob([Uint8Array.from(bytes)]).stream().pipeThrough(new CompressionStream('gzip'));
  return new Uint8Array(await new Response(compressed).arrayBuffer());
}

test('takes the bytes themselves', async () => {
  expect(await loadMnist(files)).toEqual(sets);
});

test('asks a function for each published name; archives are decompressed', async () => {
  expect(await loadMnist(async (fileName) => gzip(published[fileName]))).toEqual(sets);
});

test('an error of the function comes through', async () => {
  const failure = new Error('404');
  await expect(loadMnist(() => Promise.reject(failure))).rejects.toBe(failure);
});

test('names the file that the source lacks', async () => {
  const { testLabels: _, ...three } = files;
  const error = await loadMnist(three as unknown as MnistSource).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(InvalidArgumentError);
  expect((error as Error).message).toBe(
    'MNIST file "t10k-labels-idx1-ubyte": expected a Uint8Array from "testLabels" of the source, got undefined.',
  );
  await expect(loadMnist(async () => null as unknown as Uint8Array)).rejects.toThrow(
    'MNIST file "train-images-idx3-ubyte": expected a Uint8Array from the function of the source, got null.',
  );
});

test('names the file that is damaged', async () => {
  const cut = { ...files, testImages: files.testImages.subarray(0, 17) };
  await expect(loadMnist(cut)).rejects.toThrow(/^IDX file "t10k-images-idx3-ubyte": /);
});

test('tells another set from MNIST where asked', async () => {
  const never = new Promise<Uint8Array>(() => {});
  const source: MnistSource = (name) => (name === 't10k-labels-idx1-ubyte' ? gzip(files.testLabels) : never);
  const error = await loadMnist(source, { verify: true }).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(IdxFormatError);
  // The digest received is that of sha256sum for the nine bytes of the file.
  expect((error as Error).message).toBe(
    'IDX file "t10k-labels-idx1-ubyte": expected the published file with SHA-256 ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2, got dd6678dd4d4a65187aea2998f0283b84b0954bdf39e390aedd72b021aca7a29e. Get the file again, or leave out verify where the set is meant to be another.',
  );
});
