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
  createUpdateCounter,
  requireImages,
  requireNamedTensors,
  requireStep,
  requireTrainingImages,
  resolveOptimizer,
} from '@lenet/core/training';
import { classifyImages } from '../classification/classify-images.js';
import type { EngineOptions } from '../engine-options.js';
import { createMachine, type Machine } from '../machine/machine.js';
import { createOwner } from '../machine/owner.js';
import { TRAIN, TRAIN_CLIPPED } from '../threads/items.js';
import { readState, writeState } from './learner-state.js';
import { writeStepNumbers } from './step-numbers.js';
import { readResult, writeBatch } from './training-batch.js';
import { placeTrainingSet } from './training-set.js';

/**
 * Makes a learner that trains in WebAssembly, on all cores: sparse softmax cross-entropy and the optimizer
 * of the options. Seed, data and options decide every bit of the weights; threads and machine do not
 * (`relaxed` builds: the machine does).
 *
 * @param architecture that `explainUnsupported` finds nothing against
 * @param options.build @default 'strict'
 * @param options.threads @default the cores of the host, at most 8
 * @throws {InvalidArgumentError} when the engine does not compute the network, or an option is out of range
 * @throws {EngineMemoryError} when the host grants no memory
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
  const optimizer = resolveOptimizer(options.optimizer);
  const shapes = weightShapes(architecture);
  const initial = initialiseWeights(architecture, options);
  const owner = createOwner('Learner', await createMachine(architecture, options, { seed: options.seed }));
  const machine = owner.open();
  machine.writeParameters('weights', initial);
  machine.writeRequest('optimizer', optimizer.kind === 'adam' ? 0 : 1);
  machine.writeRequest('seed', options.seed);
  const counter = createUpdateCounter(optimizer);
  const kind = optimizer.gradientClipNorm === Infinity ? TRAIN : TRAIN_CLIPPED;
  let training: LabelledImages | undefined;

  function step(request: StepRequest): StepResult {
    const machine = owner.open();
    requireStep(request, training);
    const { indices, learningRate, epoch, augmentation } = request;
    if (augmentation) requireAugmentation(augmentation);
    machine.writeRequest('epoch', epoch);
    machine.prepare({ augmentation, epoch, imageCount: training.count });
    writeBatch(machine, training.labels, request);
    writeStepNumbers(machine.requestNumbers(), indices.length, optimizer, counter.next(learningRate));
    runOrEnd(machine);
    const result = readResult(machine.data, indices.length);
    if (!Number.isFinite(result.loss)) {
      throw new NonFiniteLossError({ step: counter.stepCount, loss: result.loss });
    }
    counter.count();
    return result;
  }

  function runOrEnd(machine: Machine): void {
    try {
      machine.run(kind);
    } catch (error) {
      void owner.dispose();
      throw error;
    }
  }

  let { backend } = machine;
  return {
    architecture,
    get backend() {
      // Workers that could not start are known after a while only; those of a learner that is at its end not at all.
      if (!owner.isDisposed) backend = owner.open().backend;
      return backend;
    },
    async load(images) {
      requireTrainingImages(images, architecture);
      placeTrainingSet(owner.open().data, images.pixels);
      // The pixels are the engine's own now; the labels must be, too, once they have been checked.
      training = { ...images, pixels: new Uint8Array(0), labels: images.labels.slice() };
    },
    step: async (request) => step(request),
    async predict(images) {
      requireImages(images, architecture);
      return classifyImages(owner.open(), images);
    },
    weights: async () => owner.open().readParameters('weights', shapes),
    async setWeights(weights) {
      owner.open().writeParameters('weights', requireNamedTensors(weights, shapes));
    },
    state: async () => readState(owner.open(), shapes, optimizer.kind, counter.stepCount),
    async setState(state) {
      writeState(owner.open(), shapes, optimizer.kind, state);
      counter.restart(state.stepCount);
    },
    async dispose() {
      training = undefined;
      await owner.dispose();
    },
  };
}
