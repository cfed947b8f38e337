import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { unzipSync, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { exampleManifest } from '../../testing/example-manifest.js';
import { largestDifference } from '../../testing/largest-difference.js';
import { oracleProbabilities } from '../../testing/oracle-probabilities.js';
import { oddNetwork, randomWeights } from '../../testing/random-network.js';
import { readKeras } from './read-keras.js';
import { writeKeras } from './write-keras.js';

// Made by tooling/oracle/formats/keras_files.py.
const oracle = JSON.parse(readFileSync(new URL('keras-files.json', import.meta.url), 'utf8'));
const saved = (name: string) => new Uint8Array(gunzipSync(Buffer.from(oracle.files[name], 'base64')));

const weights = randomWeights(oddNetwork);
const model = { architecture: oddNetwork, weights, manifest: await exampleManifest(oddNetwork) };
const written = writeKeras(model);
const foreign = writeKeras({ architecture: oddNetwork, weights });

test('gives back what was written', () => {
  expect(readKeras('a.keras', written)).toEqual(model);
});

test('the same model gives the same bytes, in every time zone', () => {
  const { TZ } = process.env;
  try {
    for (const zone of ['UTC', 'Pacific/Auckland', 'America/Los_Angeles']) {
      process.env.TZ = zone;
      expect(writeKeras(model)).toEqual(written);
    }
  } finally {
    if (TZ === undefined) delete process.env.TZ;
    else process.env.TZ = TZ;
  }
});

test.each(['small.keras', 'small.h5', 'small.weights.h5'])(
  'computes what Keras does with %s',
  async (name) => {
    const { architecture } = readKeras(name, saved('small.keras'));
    const read = readKeras(name, saved(name), architecture);
    expect(read.architecture.layers.map((layer) => `${layer.kind} ${layer.name}`)).toEqual([
      'conv2d conv2d_7',
      'maxPooling2d pool',
      'conv2d conv2d',
      'dropout drop',
      'averagePooling2d mean',
      'flatten flat',
      'dense scores',
    ]);
    const probabilities = await oracleProbabilities(read, oracle.pixels);
    expect(largestDifference(probabilities, Float32Array.from(oracle.probabilities))).toBeLessThan(1e-6);
  },
);

/** A file without a manifest, and with another config.json. */
function withConfig(change: (config: never) => void): Uint8Array {
  const files = unzipSync(foreign);
  const config = JSON.parse(Buffer.from(files['config.json']).toString());
  change(config as never);
  return zipSync({ ...files, 'config.json': Buffer.from(JSON.stringify(config)) });
}
const layer = (index: number, change: object) =>
  withConfig((model: { config: { layers: { config: object }[] } }) =>
    Object.assign(model.config.layers[index].config, change),
  );
const remedy = 'Give a Sequential model of convolutions, poolings and dense layers, as LeNet is.';

test.each<[string, Uint8Array, string]>([
  [
    'another kind of model',
    withConfig((config: { class_name: string }) => {
      config.class_name = 'Functional';
    }),
    `expected a Sequential model of Keras, got Functional. ${remedy}`,
  ],
  [
    'another kind of layer',
    withConfig((model: { config: { layers: { class_name: string }[] } }) => {
      model.config.layers[2].class_name = 'GlobalMaxPooling2D';
    }),
    `layer "average_pooling2d" (GlobalMaxPooling2D): expected one of Conv2D, MaxPooling2D, AveragePooling2D, Flatten, Dense, Dropout. ${remedy}`,
  ],
  [
    'no image as its input',
    layer(0, { batch_shape: [null, 784] }),
    `expected an input of [null, height, width, channels], got [null,784]. ${remedy}`,
  ],
  [
    'an option of a layer',
    layer(1, { dilation_rate: [2, 2] }),
    `layer "conv2d" (Conv2D): expected dilation_rate [1,1], got [2,2]. ${remedy}`,
  ],
  [
    'an activation',
    layer(1, { activation: 'gelu' }),
    `layer "conv2d" (Conv2D): expected activation linear, relu, tanh, sigmoid, softmax, got "gelu". ${remedy}`,
  ],
  [
    'windows that are not square',
    layer(1, { kernel_size: [3, 2] }),
    `layer "conv2d" (Conv2D): expected the same kernel_size along both axes, got [3,2]. ${remedy}`,
  ],
  [
    'weights of another shape',
    layer(1, { filters: 5 }),
    'expected "layers/conv2d/vars/0", float32 [3, 3, 1, 5], for "conv2d/kernel", got [3, 3, 1, 3] of type <f4. Save the model again, or name its network with --architecture.',
  ],
  [
    'weights alone',
    saved('small.weights.h5'),
    'holds weights alone, and does not tell which network they are of. Name the network with --architecture.',
  ],
])('refuses %s', (_, bytes, message) => {
  expect(() => readKeras('a.keras', bytes)).toThrow(`Model file "a.keras": ${message}`);
});

test.each([
  ['a .keras file', written.subarray(0, 3000)],
  ['a .keras or HDF5 file', Buffer.from('something else')],
])('refuses bytes that are not %s', (expected, bytes) => {
  expect(() => readKeras('a', bytes)).toThrow(`Model file "a": expected ${expected}: `);
});

test('layers that were changed', () => {
  const files = unzipSync(written);
  const config = Buffer.from(files['config.json']).toString().replace('tanh', 'relu');
  expect(() => readKeras('a.keras', zipSync({ ...files, 'config.json': Buffer.from(config) }))).toThrow(
    'Model file "a.keras": its layers are not those of the network "odd" that its metadata tells. Make the file again with "lenet export".',
  );
});

test('weights for another normalisation', () => {
  const { input } = model.manifest;
  const normalisation = { kind: 'divide', divisor: 127.5 } as const;
  const other = { ...model, manifest: { ...model.manifest, input: { ...input, normalisation } } };
  expect(() => readKeras('a.keras', writeKeras(other))).toThrow(
    'Model file "a.keras": expected weights for values from 0 to 255, divided by 255, got values from 0 to 255, divided by 127.5. Use the version of @lenet/trainer that these weights were made for.',
  );
});

test('weights that were changed', () => {
  const bytes = written.slice();
  const values = new Uint8Array(weights[0].values.buffer, 0, 16);
  const at = Buffer.from(bytes.buffer).indexOf(values);
  bytes[at] ^= 1;
  expect(() => readKeras('a.keras', bytes)).toThrow(
    /^Model file "a\.keras": expected weights of SHA-256 [0-9a-f]{64}, got [0-9a-f]{64}\. The file was changed\. Take it again from where it came from\.$/,
  );
});
