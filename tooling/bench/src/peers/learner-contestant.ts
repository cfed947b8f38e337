// A learner of this project as a contestant, in a process of its own. Its one argument is its settings as
// JSON; run by main.ts.
import { type Augmentation, findArchitecture, type Learner, shuffledIndices } from '@lenet/core';
import { padImages } from '@lenet/core/images';
import { createLearner, type EngineBuild } from '@lenet/engine';
import { readMnist } from './read-mnist.ts';
import { serveEpochs } from './serve-epochs.ts';
import { trainerModule } from './trainer-module.ts';

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
  if (kind === 'wasm' || kind === 'node') {
    // Only here: the engine's memory is measured without TensorFlow.js.
    const { loadTfjsBackend } = await import(trainerModule('backends/tfjs-backend.js'));
    return (await loadTfjsBackend(kind)).createLearner(network, { seed: 1 });
  }
  return createLearner(network, { seed: 1, build: kind, threads });
}
