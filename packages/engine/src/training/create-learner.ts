import {
  type Architecture,
  initialiseWeights,
  type LabelledImages,
  type Learner,
  type LearnerOptions,
  NonFiniteLossError,
  type StepRequest,
  type StepResult,
  weightShapes,
} from '@lenet/core';
import { requireAugmentation } from '@lenet/core/images';
import {
  requireImages,
  requireNamedTensors,
  requireStep,
  requireTrainingImages,
  resolveOptimizer,
} from '@lenet/core/training';
import { classifyImages } from '../classification/classify-images.js';
import type { EngineOptions } from '../engine-options.js';
import { createMachine } from '../machine/machine.js';
import { createOwner } from '../machine/owner.js';
import { requireLenetReport } from '../machine/require-lenet-report.js';
import { TRAIN, TRAIN_CLIPPED } from '../threads/items.js';
import { createShardAugmentation } from './augment-shard.js';
import { readState, writeState } from './learner-state.js';
import { createStepNumbers } from './step-numbers.js';
import { readResult, writeBatch } from './training-batch.js';

/**
 * Makes a learner that trains in WebAssembly, on all cores: sparse softmax cross-entropy and the optimizer
 * of the options. Seed, data and options decide every bit of the weights; threads and machine do not
 * (`relaxed` builds: the machine does).
 *
 * @param architecture with the shape of `lenetReport`
 * @param options.build @default 'strict'
 * @param options.threads @default the cores of the host, at most 8
 * @throws {InvalidArgumentError} when the network has another shape, or an option is out of range
 * @example
 * import { createLabelledImages, lenetReport } from '@lenet/core';
 * import { createLearner } from '@lenet/engine';
 *
 * const learner = await createLearner(lenetReport, { seed: 1 });
 * const labels = Uint8Array.of(7);
 * await learner.load(createLabelledImages({ pixels: new Uint8Array(784), labels, height: 28, width: 28 }));
 * console.log(await learner.step({ indices: Uint32Array.of(0), learningRate: 1e-3, epoch: 1 }));
 * await learner.dispose();
 */
export async function createLearner(
  architecture: Architecture,
  options: LearnerOptions & EngineOptions,
): Promise<Learner> {
  requireLenetReport(architecture);
  const optimizer = resolveOptimizer(options.optimizer);
  const shapes = weightShapes(architecture);
  const initial = initialiseWeights(architecture, options);
  const owner = createOwner('Learner', await createMachine(options, undefined, createShardAugmentation));
  const machine = owner.open();
  machine.writeParameters('WEIGHTS', initial);
  machine.writeRequest('optimizer', optimizer.kind === 'adam' ? 0 : 1);
  const numbers = createStepNumbers(optimizer);
  const kind = optimizer.gradientClipNorm === Infinity ? TRAIN : TRAIN_CLIPPED;
  let training: LabelledImages | undefined;

  function step(request: StepRequest): StepResult {
    const machine = owner.open();
    requireStep(request, training);
    const { indices, learningRate, epoch, augmentation } = request;
    if (augmentation) requireAugmentation(augmentation);
    machine.preparation.give(
      augmentation && { augmentation, seed: options.seed, epoch, imageCount: training.count },
    );
    writeBatch(machine, training.labels, request);
    numbers.write(machine.requestNumbers(), indices.length, learningRate);
    machine.run(kind);
    const result = readResult(machine.data, indices.length);
    if (!Number.isFinite(result.loss)) {
      throw new NonFiniteLossError({ step: numbers.stepCount, loss: result.loss });
    }
    numbers.count();
    return result;
  }

  const { backend } = machine;
  return {
    architecture,
    backend,
    async load(images) {
      requireTrainingImages(images, architecture);
      owner.open().data.placeTrainingSet(images.pixels);
      training = images;
    },
    step: async (request) => step(request),
    async predict(images) {
      requireImages(images, architecture);
      return classifyImages(owner.open(), images);
    },
    weights: async () => owner.open().readParameters('WEIGHTS', shapes),
    async setWeights(weights) {
      owner.open().writeParameters('WEIGHTS', requireNamedTensors(weights, shapes));
    },
    state: async () => readState(owner.open(), shapes, optimizer.kind, numbers.stepCount),
    async setState(state) {
      writeState(owner.open(), shapes, optimizer.kind, state);
      numbers.restart(state.stepCount);
    },
    async dispose() {
      training = undefined;
      await owner.dispose();
    },
  };
}
