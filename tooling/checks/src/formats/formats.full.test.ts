// Files of networks in the programs that they are for: TensorFlow.js, onnxruntime in JavaScript and Python, Keras,
// safetensors. Each must compute what core computes.
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
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
  softmax,
} from '@lenet/core';
import { type LoadedModel, loadModelFolder, type WeightsFormat } from '@lenet/core/models';
import { saveModel } from '@lenet/core/tfjs';
import { createClassifier } from '@lenet/engine';
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
  rightCount,
} from './exported-model.ts';
import { testImages } from './test-images.ts';

const models = join(root, 'packages/model-artifacts/models');
const everyModel = readdirSync(models);
/** Published networks that come in every format. */
const published = everyModel.filter((name) => existsSync(join(models, name, 'model.onnx')));
const onMnist = test.skipIf(!process.env.LENET_DATA_DIR);
const classCount = 10;
/** Images whose probabilities are compared; digits are compared on all. */
const SOME = 1000;

/** A published network, written in every format. */
interface Exported {
  readonly folder: string;
  readonly load: (format: WeightsFormat) => Promise<LoadedModel>;
  /** With its weights in each format, on some images. */
  readonly expected: Readonly<Record<WeightsFormat, Float32Array>>;
}

let folder: string;
let images: LabelledImages;
let some: LabelledImages;
const exported = new Map<string, Exported>();

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lenet-formats-'));
  images = await testImages();
  some = selectImages(
    images,
    Uint32Array.from({ length: SOME }, (_, item) => item),
  );
  for (const name of published) {
    const target = await exportModel(join(models, name), 'all', folder, name);
    const load = (weights: WeightsFormat) =>
      loadModelFolder((file) => readFile(join(target, file)), { weights });
    const probabilities = async (format: WeightsFormat) => {
      const { architecture, weights } = await load(format);
      return plainProbabilities(architecture, weights, some);
    };
    exported.set(name, {
      folder: target,
      load,
      expected: {
        float32: await probabilities('float32'),
        float16: await probabilities('float16'),
        int8: await probabilities('int8'),
      },
    });
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The format of the weights in a file, by its name. */
const formatOf = (file: string): WeightsFormat =>
  (['float16', 'int8'] as const).find((format) => file.includes(format)) ?? 'float32';

function requireSame(name: string, file: string, probabilities: Float32Array): void {
  const difference = largestDifference(probabilities, exported.get(name)!.expected[formatOf(file)]);
  expect(difference, `${name}/${file}: largest difference of a probability`).toBeLessThanOrEqual(1e-5);
}

/** Of the engine, which is the quickest. */
async function engineProbabilities({ architecture, weights }: LoadedModel): Promise<Float32Array> {
  const classifier = await createClassifier(architecture, weights);
  try {
    return softmax(await classifier.classify(fitImages(architecture, images)), classCount);
  } finally {
    await classifier.dispose();
  }
}

async function predictWithTfjs(
  file: string,
  { pixels, count, height, width }: LabelledImages,
): Promise<Float32Array> {
  const require = createRequire(import.meta.url);
  setWasmPaths(join(dirname(require.resolve('@tensorflow/tfjs-backend-wasm/package.json')), 'dist') + sep);
  await tf.setBackend('wasm');
  const { modelTopology, weightsManifest } = JSON.parse(readFileSync(file, 'utf8'));
  const [{ paths, weights: weightSpecs }] = weightsManifest;
  const weightData = new Uint8Array(readFileSync(join(dirname(file), paths[0]))).buffer;
  const network = await loadLayersModel(tf.io.fromMemory({ modelTopology, weightSpecs, weightData }));
  const input = tf.tensor4d(normalisePixels(pixels), [count, height, width, 1]);
  const result = network.predict(input, { batchSize: 1000 }) as tf.Tensor;
  const probabilities = (await result.data()) as Float32Array;
  tf.dispose([input, result]);
  network.dispose();
  return probabilities;
}

/** TensorFlow.js's quantised layers hold the manifest, too. */
function withoutManifest(file: string, content: Buffer): Buffer {
  if (!file.endsWith('.json')) return content;
  const { userDefinedMetadata: _, ...layers } = JSON.parse(content.toString());
  return Buffer.from(JSON.stringify(layers));
}

describe.each(published)('%s', (name) => {
  test('has in its folder what lenet export writes', () => {
    for (const file of readdirSync(join(models, name))) {
      if (['manifest.json', 'measurements.json'].includes(file)) continue;
      // ONNX, safetensors and Keras files hold the manifest, whose list of files has grown since.
      if (/\.(onnx|safetensors|keras)$/.test(file)) continue;
      const contentIn = (folder: string) => withoutManifest(file, readFileSync(join(folder, file)));
      const isSame = contentIn(join(models, name)).equals(contentIn(exported.get(name)!.folder));
      expect(isSame, file).toBe(true);
    }
  });

  test.each(['model.json', 'model-float16.json'])(
    'computes in TensorFlow.js what core does: %s',
    async (file) => {
      requireSame(name, file, await predictWithTfjs(fileOf(name, file), some));
    },
  );

  test.each(['model.onnx', 'model-float16.onnx', 'model-int8.onnx'])(
    'computes in onnxruntime-web what core does: %s',
    async (file) => {
      onnx.env.wasm.numThreads = 1;
      const session = await onnx.InferenceSession.create(readFileSync(fileOf(name, file)));
      const input = new onnx.Tensor('float32', normalisePixels(some.pixels), [some.count, 1, 28, 28]);
      const { probabilities } = await session.run({ images: input });
      requireSame(name, file, probabilities.data as Float32Array);
      await session.release();
    },
  );
});

describe.each(everyModel)('%s in fewer bits', (name) => {
  onMnist(
    'gives the digit of float32 for 99.95 % of 10,000 images, and loses .02 points of accuracy at most (LENET_DATA_DIR)',
    async () => {
      const source = join(models, name);
      const load = (weights: WeightsFormat) =>
        loadModelFolder((file) => readFile(join(source, file)), { weights });
      const model = await load('float32');
      const float32 = await engineProbabilities(model);
      const tfjs = await exportModel(source, 'tfjs', folder, `${name}-tfjs`);
      const affine = join(tfjs, 'model-uint8.json');
      const inFewer = {
        float16: await engineProbabilities(await load('float16')),
        int8: await engineProbabilities(await load('int8')),
        uint8: await predictWithTfjs(affine, fitImages(model.architecture, images)),
      };
      for (const [format, fewer] of Object.entries(inFewer)) {
        expect(agreement(fewer, float32, classCount), format).toBeGreaterThanOrEqual(0.9995);
        const lost = rightCount(float32, images) - rightCount(fewer, images);
        expect(lost, `${format}: right answers lost, of 10,000`).toBeLessThanOrEqual(2);
      }
    },
  );
});

/** The published file; a format that is not published, as it is exported. */
function fileOf(name: string, file: string): string {
  const path = join(models, name, file);
  return existsSync(path) ? path : join(exported.get(name)!.folder, file);
}

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
    test.each(published)('compute what core does with %s', async (name) => {
      const target = join(folder, `${name}-python`);
      mkdirSync(target);
      const files = [
        'model.onnx',
        'model-float16.onnx',
        'model-int8.onnx',
        'model.safetensors',
        'model-float16.safetensors',
        'model.keras',
      ];
      for (const file of files) copyFileSync(fileOf(name, file), join(target, file));
      await computeInPython(target, some);
      for (const file of files) requireSame(name, file, computed(join(target, file)));
    });

    test.each(architectures)('compute what core does with a new $name', async (architecture) => {
      const weights = initialiseWeights(architecture, { seed: 1 });
      const { name } = architecture;
      const source = join(folder, `${name}-source`);
      mkdirSync(source);
      const saved = await saveModel(architecture, weights);
      writeFileSync(join(source, 'model.json'), saved.modelJson);
      writeFileSync(join(source, 'weights.bin'), saved.weightData);
      const target = await exportModel(join(source, 'model.json'), 'onnx,keras', folder, `${name}-new`);
      const few = fitImages(
        architecture,
        selectImages(
          images,
          Uint32Array.from({ length: 100 }, (_, item) => item),
        ),
      );
      await computeInPython(target, few);
      const probabilities = await plainProbabilities(architecture, weights, few);
      for (const file of ['model.onnx', 'model.keras']) {
        const difference = largestDifference(computed(join(target, file)), probabilities);
        expect(difference, `${file}: largest difference of a probability`).toBeLessThanOrEqual(1e-5);
      }
    });
  },
);
