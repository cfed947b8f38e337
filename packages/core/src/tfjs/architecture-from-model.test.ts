import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import * as tfl from '@tensorflow/tfjs-layers';
import { beforeAll, expect, test } from 'vitest';
import { architectures } from '../architecture/architectures.js';
import { initialiseWeights } from '../training/initialise-weights.js';
import { architectureFromModel } from './architecture-from-model.js';
import { buildModel } from './build-model.js';
import { getModelWeights, loadModel } from './load-model.js';
import { saveModel } from './save-model.js';
import { countMemory } from './testing/count-memory.js';
import { kinkedNetwork, smoothNetwork } from './testing/uneven-networks.js';
import { createTfjsClassifier } from './tfjs-classifier.js';

beforeAll(() => tf.setBackend('cpu'));

test.each([...architectures, smoothNetwork, kinkedNetwork])(
  '$name is built, saved and loaded, and comes back as it was',
  async (architecture) => {
    const before = countMemory();
    const weights = initialiseWeights(architecture, { seed: 1 });
    const model = buildModel(architecture, weights);
    expect(architectureFromModel(model)).toEqual(architecture);
    const loaded = await loadModel(await saveModel(architecture, weights));
    expect(architectureFromModel(loaded)).toEqual(architecture);
    expect(await getModelWeights(loaded)).toEqual(weights);
    model.dispose();
    loaded.dispose();
    expect(countMemory()).toEqual(before);
  },
);

test('a model with an input layer and names of tfjs goes on as a classifier', async () => {
  const input = tfl.input({ shape: [4, 4, 1] });
  const maps = tfl.layers.conv2d({ filters: 2, kernelSize: 3, activation: 'tanh' }).apply(input);
  const flat = tfl.layers.flatten().apply(maps);
  const output = tfl.layers.dense({ units: 3 }).apply(flat) as tfl.SymbolicTensor;
  const model = tfl.model({ inputs: input, outputs: output, name: 'graph' });
  const classifier = createTfjsClassifier(architectureFromModel(model), await getModelWeights(model));
  const pixels = Uint8Array.from({ length: 16 }, (_, index) => index * 17);
  const logits = await classifier.classify({ pixels, count: 1, height: 4, width: 4 });
  const expected = tf.tidy(() =>
    (model.predict(tf.div(tf.tensor4d(pixels, [1, 4, 4, 1], 'float32'), 255)) as tf.Tensor).dataSync(),
  );
  for (const [index, logit] of logits.entries()) expect(logit).toBeCloseTo(expected[index], 6);
  await classifier.dispose();
  model.dispose();
});

const { layers } = tfl;
const first = { name: 'first', inputShape: [8, 8, 1] };
test.each<[string, () => tfl.layers.Layer, string]>([
  [
    'another kind',
    () => layers.batchNormalization(first),
    'Layer "first" (BatchNormalization): expected Conv2D, MaxPooling2D, AveragePooling2D, Flatten, Dense or Dropout, got BatchNormalization.',
  ],
  [
    'no bias',
    () => layers.conv2d({ ...first, filters: 1, kernelSize: 3, useBias: false }),
    'Layer "first" (Conv2D): expected useBias true, got false.',
  ],
  [
    'strides that differ',
    () => layers.maxPooling2d({ ...first, poolSize: 2, strides: [1, 2] }),
    'Layer "first" (MaxPooling2D): expected the same strides along both axes, got [1, 2].',
  ],
  [
    'a dilated kernel',
    () => layers.conv2d({ ...first, filters: 1, kernelSize: 3, dilationRate: 2 }),
    'Layer "first" (Conv2D): expected dilationRate [1,1], got [2,2].',
  ],
  [
    'another activation',
    () => layers.conv2d({ ...first, filters: 1, kernelSize: 3, activation: 'elu' }),
    'Layer "first" (Conv2D): expected activation linear, relu, tanh, sigmoid or softmax, got elu.',
  ],
])('a layer of %s is refused', (_, layer, message) => {
  const model = tfl.sequential({ layers: [layer()] });
  expect(() => architectureFromModel(model)).toThrow(message);
  model.dispose();
});

test('a model that takes no images is refused', () => {
  const model = tfl.sequential({ name: 'rows', layers: [layers.dense({ units: 2, inputShape: [784] })] });
  expect(() => architectureFromModel(model)).toThrow(
    'Model "rows": expected an input of [height, width, channels], got [784].',
  );
  model.dispose();
});

test('a model that branches is refused', () => {
  const input = tfl.input({ shape: [2, 2, 1] });
  const flat = layers.flatten({ name: 'flat' }).apply(input);
  const left = layers.dense({ name: 'left', units: 2 }).apply(flat) as tfl.SymbolicTensor;
  const right = layers.dense({ name: 'right', units: 2 }).apply(flat) as tfl.SymbolicTensor;
  const model = tfl.model({ inputs: input, outputs: [left, right] });
  expect(() => architectureFromModel(model)).toThrow(
    'Layer "right" (Dense): expected one input, the output of "left", got that of flat.',
  );
  model.dispose();
});
