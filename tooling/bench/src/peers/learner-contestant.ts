// A learner of this project as a contestant, in a process of its own. Its one argument is its settings as
// JSON; run by main.ts.
import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import { type Augmentation, findArchitecture, type Learner, shuffledIndices } from '@lenet/core';
import { padImages } from '@lenet/core/images';
import { createLearner, type EngineBuild } from '@lenet/engine';
import { loadTfjsNode } from './load-tfjs-node.ts';
import { readMnist } from './read-mnist.ts';
import { serveEpochs } from './serve-epochs.ts';

export interface LearnerSettings {
  readonly learner: EngineBuild | 'wasm' | 'node';
  readonly threads: number;
  readonly steps: number;
  readonly warmUpSteps: number;
  readonly batchSize: number;
  readonly learningRate: number;
  readonly augmentation?: Augmentation;
  /** @default 'lenet-report' */
  readonly network?: string;
}

const require = createRequire(import.meta.url);
const settings: LearnerSettings = JSON.parse(process.argv[2]);
const network = findArchitecture(settings.network ?? 'lenet-report');
const [height, width] = network.inputShape;
const images = padImages((await readMnist()).train, height, width);
const learner = await makeLearner(settings);
await learner.load(images);
let epoch = 0;
await trainSteps(settings.warmUpSteps);
await serveEpochs({ software: learner.backend, note: '' }, () => trainSteps(settings.steps));
await learner.dispose();

/** @returns the mean loss */
async function trainSteps(steps: number): Promise<number> {
  const { batchSize, learningRate, augmentation } = settings;
  epoch++;
  const order = shuffledIndices(images.count, { seed: 1, purpose: 'shuffle', epoch });
  const start = (step: number) => {
    const indices = order.subarray(step * batchSize, (step + 1) * batchSize);
    return learner.step({ indices, learningRate, epoch, ...(augmentation && { augmentation }) });
  };
  let total = 0;
  // One step is always queued ahead, as in the training loop.
  let current = start(0);
  for (let step = 1; step <= steps; step++) {
    const next = step < steps ? start(step) : undefined;
    total += (await current).loss;
    if (next) current = next;
  }
  return total / steps;
}

async function makeLearner({ learner: kind, threads }: LearnerSettings): Promise<Learner> {
  return kind === 'strict' || kind === 'relaxed'
    ? createLearner(network, { seed: 1, build: kind, threads })
    : makeTfjsLearner(kind);
}

/** Loads TensorFlow.js only here: the engine's memory is measured without it. */
async function makeTfjsLearner(kind: 'wasm' | 'node'): Promise<Learner> {
  const tf = await import('@tensorflow/tfjs-core');
  const { createTfjsLearner } = await import('@lenet/core/tfjs');
  if (kind === 'wasm') {
    const { setWasmPaths } = await import('@tensorflow/tfjs-backend-wasm');
    setWasmPaths(join(dirname(require.resolve('@tensorflow/tfjs-backend-wasm/package.json')), 'dist') + sep);
  } else {
    loadTfjsNode();
  }
  tf.enableProdMode();
  await tf.setBackend(kind === 'wasm' ? 'wasm' : 'tensorflow');
  return createTfjsLearner(network, { seed: 1 });
}
