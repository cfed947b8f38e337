// Files of networks in the programs that they are for: TensorFlow.js, onnxruntime in JavaScript and Python, Keras,
// safetensors. Each must compute what core computes.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  architectures,
  initialiseWeights,
  type LabelledImages,
  normalisePixels,
  selectImages,
} from '@lenet/core';
import { loadModelFolder, type WeightsFormat } from '@lenet/core/models';
import { saveModel } from '@lenet/core/tfjs';
import { providePython } from '@lenet/python';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import { loadLayersModel } from '@tensorflow/tfjs-layers';
import * as onnx from 'onnxruntime-web';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { root } from '../repository.ts';
import { run } from '../run.ts';
import {
  agreement,
  exportModel,
  fitImages,
  largestDifference,
  plainProbabilities,
} from './exported-model.ts';
import { testImages } from './test-images.ts';

const published = join(root, 'packages/model-artifacts/models/lenet-report');
const onMnist = test.skipIf(!process.env.LENET_DATA_DIR);
const classCount = 10;

let folder: string;
let images: LabelledImages;
let model: string;
/** Of the published network, with its weights in each format, on all images. */
let expected: Readonly<Record<WeightsFormat, Float32Array>>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lenet-formats-'));
  images = await testImages();
  model = await exportModel(published, 'all', folder, 'published');
  const probabilities = async (format: WeightsFormat) => {
    const loaded = await loadModelFolder((name) => readFile(join(model, name)), { weights: format });
    return plainProbabilities(loaded.architecture, loaded.weights, images);
  };
  expected = {
    float32: await probabilities('float32'),
    float16: await probabilities('float16'),
    int8: await probabilities('int8'),
  };
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The format of the weights in a file, by its name. */
const formatOf = (file: string): WeightsFormat =>
  (['float16', 'int8'] as const).find((format) => file.includes(format)) ?? 'float32';

function requireSame(file: string, probabilities: Float32Array): void {
  const difference = largestDifference(probabilities, expected[formatOf(file)]);
  expect(difference, `${file}: largest difference of a probability`).toBeLessThanOrEqual(1e-5);
}

describe('weights in fewer bits', () => {
  for (const format of ['float16', 'int8'] as const) {
    onMnist(`${format} gives the digit of float32 for 99.95 % of 10,000 images (LENET_DATA_DIR)`, () => {
      expect(agreement(expected[format], expected.float32, classCount)).toBeGreaterThanOrEqual(0.9995);
    });
  }
});

describe('TensorFlow.js', () => {
  const predict = async (file: string): Promise<Float32Array> => {
    const require = createRequire(import.meta.url);
    setWasmPaths(join(dirname(require.resolve('@tensorflow/tfjs-backend-wasm/package.json')), 'dist') + sep);
    await tf.setBackend('wasm');
    const { modelTopology, weightsManifest } = JSON.parse(readFileSync(join(model, file), 'utf8'));
    const [{ paths, weights: weightSpecs }] = weightsManifest;
    const weightData = new Uint8Array(readFileSync(join(model, paths[0]))).buffer;
    const network = await loadLayersModel(tf.io.fromMemory({ modelTopology, weightSpecs, weightData }));
    const pixels = tf.tensor4d(normalisePixels(images.pixels), [images.count, 28, 28, 1]);
    const result = network.predict(pixels, { batchSize: 1000 }) as tf.Tensor;
    const probabilities = (await result.data()) as Float32Array;
    tf.dispose([pixels, result]);
    network.dispose();
    return probabilities;
  };

  test.each(['model.json', 'model-float16.json'])('computes what core does with %s', async (file) => {
    requireSame(file, await predict(file));
  });

  onMnist(
    'gives the digit of float32 for 99.95 % of 10,000 images with model-uint8.json (LENET_DATA_DIR)',
    async () => {
      const probabilities = await predict('model-uint8.json');
      expect(agreement(probabilities, expected.float32, classCount)).toBeGreaterThanOrEqual(0.9995);
    },
  );
});

describe('onnxruntime-web', () => {
  test.each(['model.onnx', 'model-float16.onnx', 'model-int8.onnx'])(
    'computes what core does with %s',
    async (file) => {
      onnx.env.wasm.numThreads = 1;
      const session = await onnx.InferenceSession.create(readFileSync(join(model, file)));
      const input = new onnx.Tensor('float32', normalisePixels(images.pixels), [images.count, 1, 28, 28]);
      const { probabilities } = await session.run({ images: input });
      requireSame(file, probabilities.data as Float32Array);
      await session.release();
    },
  );
});

const python = await providePython({
  requirements: new URL('../../../oracle/formats/requirements.txt', import.meta.url),
  name: 'formats',
  gigabytes: 1,
  otherwise: 'leave it: the tests in Python are then skipped',
}).then(
  (program) => ({ program, missing: '' }),
  (error: Error) => ({ program: undefined, missing: ` (skipped: ${error.message})` }),
);

/** Runs what computes in Python; its results lie beside the files. */
async function computeInPython(target: string, { pixels, height, width }: LabelledImages): Promise<void> {
  const script = fileURLToPath(new URL('../../../oracle/formats/probabilities.py', import.meta.url));
  writeFileSync(join(folder, 'pixels'), pixels);
  await run(python.program!, [script, target, join(folder, 'pixels'), `${height}`, `${width}`], root);
}

const computed = (path: string) =>
  new Float32Array(new Uint8Array(readFileSync(`${path}.probabilities`)).buffer);

describe.skipIf(python.program === undefined)(
  `onnxruntime, Keras and safetensors in Python${python.missing}`,
  () => {
    test('compute what core does with the published network', async () => {
      await computeInPython(model, images);
      for (const file of [
        'model.onnx',
        'model-float16.onnx',
        'model-int8.onnx',
        'model.safetensors',
        'model-float16.safetensors',
        'model.keras',
      ]) {
        requireSame(file, computed(join(model, file)));
      }
    });

    test.each(architectures)('compute what core does with a new $name', async (architecture) => {
      const weights = initialiseWeights(architecture, { seed: 1 });
      const { name } = architecture;
      const source = join(folder, `${name}-source`);
      mkdirSync(source);
      const saved = await saveModel(architecture, weights);
      writeFileSync(join(source, 'model.json'), saved.modelJson);
      writeFileSync(join(source, 'weights.bin'), saved.weightData);
      const target = await exportModel(join(source, 'model.json'), 'onnx,keras', folder, name);
      const some = fitImages(
        architecture,
        selectImages(
          images,
          Uint32Array.from({ length: 100 }, (_, item) => item),
        ),
      );
      await computeInPython(target, some);
      const probabilities = await plainProbabilities(architecture, weights, some);
      for (const file of ['model.onnx', 'model.keras']) {
        const difference = largestDifference(computed(join(target, file)), probabilities);
        expect(difference, `${file}: largest difference of a probability`).toBeLessThanOrEqual(1e-5);
      }
    });
  },
);
