import { beforeEach, expect, test } from 'vitest';
import { ModelFolderError } from '../errors/model-folder-error.js';
import { quantizeWeights } from '../quantization/weights-file.js';
import { type LoadModelOptions, loadModelFolder } from './load-model-folder.js';
import { sha256 } from './sha256.js';

const encode = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));

/** A dense layer from four pixels to two classes. */
const layersModel = {
  format: 'layers-model',
  modelTopology: {},
  weightsManifest: [
    {
      paths: ['weights.bin'],
      weights: [
        { name: 'dense/kernel', shape: [4, 2], dtype: 'float32' },
        { name: 'dense/bias', shape: [2], dtype: 'float32' },
      ],
    },
  ],
};
const values = Float32Array.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);

let files: Map<string, Uint8Array>;
beforeEach(async () => {
  files = new Map();
  files.set('model.json', encode(layersModel));
  files.set('weights.bin', new Uint8Array(values.slice().buffer));
  await writeManifest();
});

const data = { kind: 'synthetic', title: 'synthetic digits', files: [], count: 10 };

/** Describes the files as they are now. */
async function writeManifest(changes: object = {}): Promise<void> {
  const contents = [...files].filter(([name]) => name !== 'manifest.json');
  const described = contents.map(async ([name, bytes]) => {
    return { name, sha256: await sha256(bytes), bytes: bytes.length };
  });
  const manifest = {
    format: 'lenet-model',
    formatVersion: 1,
    name: 'tiny',
    version: '0.1.0',
    architecture: {
      name: 'tiny',
      inputShape: [2, 2, 1],
      layers: [
        { kind: 'flatten', name: 'flatten' },
        { kind: 'dense', name: 'dense', units: 2, activation: 'softmax' },
      ],
    },
    input: { shape: [2, 2, 1], valueRange: [0, 255], normalisation: { kind: 'divide', divisor: 255 } },
    classes: ['0', '1'],
    files: await Promise.all(described),
    training: { recipe: 'tiny', options: {}, seed: 1, backend: 'plain', data },
    evaluation: { accuracy: 0.5, loss: 0.7, data },
    ...changes,
  };
  files.set('manifest.json', encode(manifest));
}

const load = (options?: LoadModelOptions) =>
  loadModelFolder(async (name) => {
    const bytes = files.get(name);
    if (bytes === undefined) throw new Error('no such file');
    return bytes;
  }, options);

/** Puts other layers-format JSON into the folder, with its digest. */
async function replaceModel(weightsManifest: unknown): Promise<void> {
  files.set('model.json', encode({ ...layersModel, weightsManifest }));
  await writeManifest();
}

test('sha256 of "abc" is that of FIPS 180-2, appendix B.1', async () => {
  expect(await sha256(new TextEncoder().encode('abc'))).toBe(
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  );
});

test('gives manifest, architecture and weights', async () => {
  const { manifest, architecture, weights } = await load();
  expect(manifest.name).toBe('tiny');
  expect(architecture).toBe(manifest.architecture);
  expect(weights).toEqual([
    { name: 'dense/kernel', shape: [4, 2], values: values.slice(0, 8) },
    { name: 'dense/bias', shape: [2], values: values.slice(8) },
  ]);
});

test('weights of fewer bits are read from a file of their own, and only from that', async () => {
  const { weights } = await load();
  files.set('weights-int8.bin', quantizeWeights(weights, 'int8'));
  await writeManifest();
  // Each output has a scale: its largest number, 6 and 7, by 127.
  const [kernel, bias] = (await load({ weights: 'int8' })).weights;
  expect(kernel.values[6]).toBe(6);
  expect(kernel.values[2]).toBeCloseTo((6 / 127) * Math.round((2 * 127) / 6), 6);
  expect(bias.values).toEqual(Float32Array.of(8, 9));
  const small = files.get('weights-int8.bin')!;
  files.delete('weights-int8.bin');
  expect((await load()).weights).toEqual(weights);
  files.set('weights-int8.bin', small);
  files.delete('weights.bin');
  expect((await load({ weights: 'int8' })).weights).toHaveLength(2);
  files.get('weights-int8.bin')![20] ^= 1;
  await expect(load({ weights: 'int8' })).rejects.toThrow('Model file "weights-int8.bin": expected SHA-256');
});

test('files of other formats are not read, and may be missing', async () => {
  files.set('model.onnx', new Uint8Array(8));
  await writeManifest();
  files.delete('model.onnx');
  expect((await load()).weights).toHaveLength(2);
});

test('a folder without weights of fewer bits says which it has', async () => {
  await expect(load({ weights: 'float16' })).rejects.toThrow(
    'Model file "manifest.json": expected "weights-float16.bin" among the files, got "model.json", "weights.bin". Load the weights as float32, or export the model again with "lenet export".',
  );
});

test('a format that does not exist is refused, and what is no Uint8Array', async () => {
  await expect(load({ weights: 'int4' as 'int8' })).rejects.toThrow(
    'Argument "weights": expected "float32", "float16", "int8", got "int4".',
  );
  await expect(loadModelFolder(async () => new ArrayBuffer(8) as never)).rejects.toThrow(
    'Argument "readFile": expected a Uint8Array with the bytes of "manifest.json", got ArrayBuffer. Of fetch, give new Uint8Array(await response.arrayBuffer()).',
  );
});

test('finds tensors in any order and several files', async () => {
  const [group] = layersModel.weightsManifest;
  await replaceModel([{ ...group, weights: [group.weights[1], group.weights[0]] }]);
  expect((await load()).weights).toEqual([
    { name: 'dense/kernel', shape: [4, 2], values: values.slice(2) },
    { name: 'dense/bias', shape: [2], values: values.slice(0, 2) },
  ]);
});

test('a missing file', async () => {
  files.delete('weights.bin');
  await expect(load()).rejects.toThrow(
    'Model file "weights.bin": cannot be read (no such file). Take the whole folder again from where it came from.',
  );
  files.delete('manifest.json');
  const error = await load().catch((thrown) => thrown);
  expect(error).toBeInstanceOf(ModelFolderError);
  expect(error.file).toBe('manifest.json');
  expect(error.cause).toEqual(new Error('no such file'));
});

test('a file that was tampered with', async () => {
  // Digests of struct.pack('<10f', *range(10)) by Python's hashlib, before and after.
  files.get('weights.bin')![0] ^= 1;
  await expect(load()).rejects.toThrow(
    'Model file "weights.bin": expected SHA-256 143de3a0e04132658d3c3d7087e2b201facebd593af25fd77b2f3508baa8a6b9, got 28d0c37a82f195e1cbec9e4b37c561f07ff725e763e4a9601c334a49b4ea7825. It was changed. Take the whole folder again from where it came from.',
  );
});

test('a file that is cut short, or too long', async () => {
  files.set('weights.bin', new Uint8Array(39));
  await expect(load()).rejects.toThrow(
    'Model file "weights.bin": expected 40 bytes, got 39. It is cut short. Take the whole folder again from where it came from.',
  );
  files.set('weights.bin', new Uint8Array(41));
  await expect(load()).rejects.toThrow(
    'Model file "weights.bin": expected 40 bytes, got 41. It was changed. Take the whole folder again from where it came from.',
  );
});

test.each([
  [0, 1, 255],
  [-255, 255, 255],
  [0, 255, 1],
])('weights for values from %i to %i, divided by %i', async (least, most, divisor) => {
  await writeManifest({
    input: { shape: [2, 2, 1], valueRange: [least, most], normalisation: { kind: 'divide', divisor } },
  });
  await expect(load()).rejects.toThrow(
    `Model file "manifest.json": expected weights for values from 0 to 255, divided by 255, got values from ${least} to ${most}, divided by ${divisor}. Use the version of @lenet/core that these weights were made for.`,
  );
});

const kernel = { name: 'dense/kernel', shape: [4, 2], dtype: 'float32' };
test.each([
  [
    'another shape',
    [{ paths: ['weights.bin'], weights: [{ ...kernel, shape: [5, 2] }] }],
    'Model file "model.json": expected tensor "dense/kernel" [4, 2], got [5, 2]. Export the model again with "lenet export".',
  ],
  [
    'a tensor too few',
    [{ paths: ['weights.bin'], weights: [{ name: 'dense/bias', shape: [10], dtype: 'float32' }] }],
    'Model file "model.json": expected tensor "dense/kernel" [4, 2], got none. Export the model again with "lenet export".',
  ],
  [
    'a tensor of another network',
    [{ paths: ['weights.bin'], weights: [{ ...kernel, name: 'conv2d/kernel', shape: [10] }] }],
    'Model file "model.json": expected the tensors of "tiny" only, got "conv2d/kernel". Export the model again with "lenet export".',
  ],
  [
    'more numbers than bytes',
    [{ paths: ['weights.bin'], weights: [{ ...kernel, shape: [4, 3] }] }],
    'Model file "weights.bin": expected 48 bytes up to the end of "dense/kernel", got 40. Export the model again with "lenet export".',
  ],
  [
    'more bytes than numbers',
    [{ paths: ['weights.bin'], weights: [kernel] }],
    'Model file "weights.bin": expected 32 bytes of tensors, got 40. Export the model again with "lenet export".',
  ],
  [
    'a file that the manifest does not name',
    [{ paths: ['other.bin'], weights: [kernel] }],
    'Model file "model.json": names the file "other.bin", which manifest.json does not. Export the model again with "lenet export".',
  ],
  [
    'numbers of another type',
    [{ paths: ['weights.bin'], weights: [{ ...kernel, dtype: 'float16' }] }],
    'Model file "model.json": weightsManifest[0].weights[0].dtype: expected "float32", got "float16". Export the model again with "lenet export".',
  ],
])('a model.json with %s', async (_, weightsManifest, message) => {
  await replaceModel(weightsManifest);
  await expect(load()).rejects.toThrow(message);
});
