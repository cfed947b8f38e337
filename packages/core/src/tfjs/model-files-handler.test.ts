import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import * as tfl from '@tensorflow/tfjs-layers';
import { beforeAll, expect, test } from 'vitest';
import { initialiseWeights } from '../training/initialise-weights.js';
import { getModelWeights, loadModel } from './load-model.js';
import { modelFilesHandler } from './model-files-handler.js';
import { type SavedModel, saveModel } from './save-model.js';
import { countMemory } from './testing/count-memory.js';
import { tinyNetwork } from './testing/tiny-network.js';

const weights = initialiseWeights(tinyNetwork, { seed: 3 });
let saved: SavedModel;

beforeAll(async () => {
  await tf.setBackend('cpu');
  saved = await saveModel(tinyNetwork, weights);
});

const encode = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
const parse = (bytes: Uint8Array) => JSON.parse(new TextDecoder().decode(bytes));
/** Reads from a folder in memory. */
const reader = (files: Record<string, Uint8Array>) => async (name: string) => {
  if (files[name]) return files[name];
  throw new Error(`no file ${name}`);
};

test('tfjs itself loads from files, cut into shards, and as often as it likes', async () => {
  const model = parse(saved.modelJson);
  const [first, ...others] = model.weightsManifest[0].weights;
  const bytes = 4 * tf.util.sizeFromShape(first.shape);
  const weightsManifest = [
    { paths: ['a.bin'], weights: [first] },
    { paths: ['b.bin', 'c.bin'], weights: others },
  ];
  const handler = modelFilesHandler(
    reader({
      'model.json': encode({ ...model, weightsManifest }),
      'a.bin': saved.weightData.subarray(0, bytes),
      'b.bin': saved.weightData.subarray(bytes, bytes + 3),
      'c.bin': saved.weightData.subarray(bytes + 3),
    }),
  );
  const before = countMemory();
  for (let time = 0; time < 2; time++) {
    const loaded = await tfl.loadLayersModel(handler);
    expect(await getModelWeights(loaded)).toEqual(weights);
    loaded.dispose();
  }
  expect(countMemory()).toEqual(before);
});

test.each([
  [
    'is cut short',
    () => ({ 'model.json': saved.modelJson, 'weights.bin': saved.weightData.subarray(4) }),
    /^Model file "weights\.bin": expected 344 bytes of tensors, got 340\. Save the model again in the layers format of TensorFlow\.js\.$/,
  ],
  [
    'is no JSON',
    () => ({ 'model.json': encode(1).subarray(1) }),
    /^Model file "model\.json": expected JSON: .+\. Save the model again in the layers format of TensorFlow\.js\.$/,
  ],
  [
    'names no weights',
    () => ({ 'model.json': encode({ modelTopology: {} }) }),
    /^Model file "model\.json": expected the fields modelTopology and weightsManifest\. Save the model again in the layers format of TensorFlow\.js\.$/,
  ],
  ['is not there', () => ({ 'model.json': saved.modelJson }), /^no file weights\.bin$/],
])('a file that %s is refused, and nothing is left', async (_, files, message) => {
  const before = countMemory();
  await expect(loadModel(reader(files()))).rejects.toThrow(message);
  expect(countMemory()).toEqual(before);
});
