// Every committed model: whole, what it says it is, and read by TensorFlow.js without our code.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import {
  type ClassifierImages,
  createPlainClassifier,
  evaluateLogits,
  normalisePixels,
  readLabelledImages,
  softmax,
} from '@lenet/core';
import { loadModelFolder, quantizeWeights, readQuantizedWeights } from '@lenet/core/models';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import { type LayersModel, loadLayersModel } from '@tensorflow/tfjs-layers';
import { beforeAll, describe, expect, test } from 'vitest';

const models = fileURLToPath(new URL('../models', import.meta.url));
const dataFolder = process.env.LENET_DATA_DIR;

beforeAll(async () => {
  const manifest = createRequire(import.meta.url).resolve('@tensorflow/tfjs-backend-wasm/package.json');
  setWasmPaths(join(dirname(manifest), 'dist') + sep);
  await tf.setBackend('wasm');
});

/** As `tf.loadLayersModel` takes a model from anywhere: here from the bytes of its two files. */
async function loadWithTfjs(folder: string): Promise<LayersModel> {
  const { modelTopology, weightsManifest } = JSON.parse(await readFile(join(folder, 'model.json'), 'utf8'));
  const weights = await readFile(join(folder, 'weights.bin'));
  return loadLayersModel({
    load: async () => ({
      modelTopology,
      weightSpecs: weightsManifest[0].weights,
      weightData: Uint8Array.from(weights).buffer,
    }),
  });
}

/** @returns float32 `[count, classes]` */
function predict(model: LayersModel, { pixels, count, height, width }: ClassifierImages): Float32Array {
  return tf.tidy(() => {
    const images = tf.tensor4d(normalisePixels(pixels), [count, height, width, 1]);
    return (model.predict(images, { batchSize: 500 }) as tf.Tensor).dataSync() as Float32Array;
  });
}

test('the models together take 6 MB at most, as packed', () => {
  const bytes = readdirSync(models, { recursive: true, encoding: 'utf8' })
    .map((file) => join(models, file))
    .filter((file) => statSync(file).isFile())
    .map((file) => gzipSync(readFileSync(file)).length);
  expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(6e6);
});

test('the model that commands take by default is there', () => {
  expect(readdirSync(models)).toContain('lenet-report');
});

describe.each(readdirSync(models))('%s', (name) => {
  const folder = join(models, name);
  const load = () => loadModelFolder((file) => readFile(join(folder, file)));

  test('is whole: every digest, shape and figure of the manifest', async () => {
    const { manifest } = await load();
    expect(manifest.name).toBe(name);
    expect(manifest.training.data.kind).toBe('mnist');
    expect(manifest.training.data.attribution).toContain('CC BY-SA 3.0');
  });

  test.each(['float16', 'int8'] as const)('has its weights in %s', async (format) => {
    const { architecture, weights } = await load();
    const smaller = await loadModelFolder((file) => readFile(join(folder, file)), { weights: format });
    expect(smaller.weights).toEqual(readQuantizedWeights(quantizeWeights(weights, format), architecture));
  });

  test('was trained from a commit, without changes beside it', async () => {
    expect((await load()).manifest.training.commit).toMatch(/^[0-9a-f]{40}$/);
  });

  test('has a card of the same weights', async () => {
    const { manifest } = await load();
    const card = await readFile(join(folder, 'MODEL_CARD.md'), 'utf8');
    expect(card).toContain(`# ${manifest.name} ${manifest.version}\n`);
    expect(card).toContain(`**${(manifest.evaluation.accuracy * 100).toFixed(2)} %** of`);
  });

  test('gives the same probabilities in plain TypeScript and in TensorFlow.js', async () => {
    const { architecture, weights } = await load();
    const [height, width] = architecture.inputShape;
    // Any pixels do: a pattern of all grey levels.
    const pixels = Uint8Array.from({ length: 3 * height * width }, (_, index) => (index * index) % 251);
    const images = { pixels, count: 3, height, width };
    const expected = softmax(await createPlainClassifier(architecture, weights).classify(images), 10);
    const model = await loadWithTfjs(folder);
    const received = predict(model, images);
    expect(received).toHaveLength(30);
    for (const [index, probability] of received.entries()) {
      expect(probability).toBeCloseTo(expected[index], 5);
    }
    model.dispose();
  });

  // All of them: tooling/checks, with the engine, in npm run test:full.
  test.skipIf(!dataFolder || name !== 'lenet-report')(
    'reads MNIST as well in TensorFlow.js as its manifest says (LENET_DATA_DIR)',
    async () => {
      const { manifest } = await load();
      const part = (file: string) => readFile(join(dataFolder!, file));
      const images = await readLabelledImages({
        images: await part('t10k-images-idx3-ubyte.gz'),
        labels: await part('t10k-labels-idx1-ubyte.gz'),
      });
      const model = await loadWithTfjs(folder);
      // Logarithms of probabilities have the answers and the loss of logits.
      const logits = predict(model, images).map((probability) => Math.log(probability));
      const { accuracy, loss } = evaluateLogits(logits, images.labels, 10);
      expect(images.count).toBe(manifest.evaluation.data.count);
      expect(accuracy).toBe(manifest.evaluation.accuracy);
      expect(loss).toBeCloseTo(manifest.evaluation.loss, 4);
      model.dispose();
    },
    60_000,
  );
});
