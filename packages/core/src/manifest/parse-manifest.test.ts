import { expect, test } from 'vitest';
import { ManifestError } from '../errors/manifest-error.js';
import type { ModelManifest } from './model-manifest.js';
import { parseManifest } from './parse-manifest.js';

const digest = 'ab'.repeat(32);
const data = { kind: 'synthetic', title: 'synthetic digits', files: [], count: 10 } as const;
const manifest: ModelManifest = {
  format: 'lenet-model',
  formatVersion: 1,
  name: 'tiny',
  version: '1.2.3',
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
  files: [
    { name: 'model.json', sha256: digest, bytes: 100 },
    { name: 'weights.bin', sha256: digest, bytes: 40 },
  ],
  training: { recipe: 'tiny', options: { epochs: 1 }, seed: 1, backend: 'plain', data },
  evaluation: { accuracy: 0.5, loss: 0.7, data },
};

/** Problems of the manifest with some fields changed. */
function problemsOf(changes: object): readonly string[] {
  try {
    parseManifest(JSON.stringify({ ...manifest, ...changes }));
    return [];
  } catch (error) {
    expect(error).toBeInstanceOf(ManifestError);
    return (error as ManifestError).problems;
  }
}

test('reads what is whole, with and without what is optional', () => {
  expect(parseManifest(JSON.stringify(manifest))).toEqual(manifest);
  const more = { ...manifest, temperature: 1.1, thresholds: { answer: 0.9 } };
  expect(parseManifest(JSON.stringify(more))).toEqual(more);
});

test('a test for digits has a weight for each value of a layer', () => {
  const digitTest = { layer: 'dense', weights: [1, -1], logitWeight: 0.5, bias: -3 };
  expect(problemsOf({ digitTest })).toEqual([]);
  expect(problemsOf({ digitTest: { ...digitTest, layer: 'flatten' } })).toEqual([
    'digitTest: expected a layer of the network and a weight for each of its values, got 2 weights for "flatten"',
  ]);
  expect(problemsOf({ digitTest: { ...digitTest, layer: 'dense_9' } })).toHaveLength(1);
});

test('lists every problem in one error', () => {
  const { seed: _, ...training } = manifest.training;
  const json = JSON.stringify({
    ...manifest,
    version: 'new',
    files: [{ name: '../weights.bin', sha256: digest, bytes: -1 }],
    training,
    temperature: 0,
  });
  expect(() => parseManifest(json)).toThrow(
    [
      'Model manifest has 5 problems:',
      '- version: expected text that matches ^\\d+\\.\\d+\\.\\d+(-[0-9A-Za-z.-]+)?$, got "new"',
      '- files[0].name: expected text that matches ^[A-Za-z0-9][A-Za-z0-9._-]*$, got "../weights.bin"',
      '- files[0].bytes: expected a whole number of 0 or more, got -1',
      '- training.seed: expected a whole number of 0 or more, got nothing',
      '- temperature: expected a number above 0, got 0',
      'Export the model again with "lenet export".',
    ].join('\n'),
  );
});

test('says where text is not JSON', () => {
  expect(() => parseManifest('{')).toThrow(
    /^Model manifest has a problem:\n- the whole: expected JSON: .+\nExport the model again with "lenet export"\.$/,
  );
});

test('refuses a format of the future', () => {
  expect(problemsOf({ formatVersion: 2 })).toEqual(['formatVersion: expected 1, got 2']);
});

test('refuses a manifest at odds with itself', () => {
  expect(
    problemsOf({
      input: { ...manifest.input, shape: [28, 28, 1] },
      classes: ['0', '1', '2'],
      files: [manifest.files[0], manifest.files[0]],
    }),
  ).toEqual([
    'input.shape: expected [2, 2, 1] as in the architecture, got [28, 28, 1]',
    'classes: expected as many as the network has outputs, [2], got 3',
    'files: expected "model.json" once, got it 2 times',
    'files: expected "weights.bin" once, got it 0 times',
  ]);
});

test('refuses an architecture that cannot be', () => {
  const [flatten, dense] = manifest.architecture.layers;
  const withLayers = (...layers: object[]) =>
    problemsOf({ architecture: { ...manifest.architecture, layers } });
  expect(withLayers(dense, flatten)).toEqual([
    'architecture: Layer "dense" (dense): expected an input of one dimension, got [2, 2, 1]. Put a flatten layer before it.',
  ]);
  expect(withLayers(flatten, dense, dense)).toEqual([
    'architecture: Layer "dense" (dense): expected a name of its own, got that of an earlier layer.',
  ]);
  expect(withLayers({ kind: 'lstm', name: 'lstm' }, flatten, dense)).toEqual([
    'architecture.layers[0].kind: expected "conv2d" or "maxPooling2d" or "averagePooling2d" or "flatten" or "dense" or "dropout", got "lstm"',
  ]);
});
