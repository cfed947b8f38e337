import { type Architecture, type Classifier, type Weights, weightShapes } from '@lenet/core';
import { requireImages, requireInteger, requireNamedTensors } from '@lenet/core/training';
import type { EngineOptions } from '../engine-options.js';
import { createMachine, type Machine } from '../machine/machine.js';
import { createOwner } from '../machine/owner.js';
import { classifyImages, readFeatures } from './classify-images.js';
import { readActivations, readInputGradient } from './explain-image.js';

/** Tells features, activations and gradients of every network. */
export type EngineClassifier = Required<Classifier>;

/**
 * Makes a classifier of trained weights, compiled to WebAssembly: LeNet reads an image in some 20 µs.
 *
 * @param architecture that `explainUnsupported` finds nothing against
 * @param weights by name, in any order; copied
 * @param options.build @default 'strict'
 * @param options.threads for many images at once. @default 1
 * @throws {InvalidArgumentError} when the engine does not compute the network, the weights are not its own, or
 *   an option is out of range
 * @throws {EngineMemoryError} when the host grants no memory
 * @example
 * import { initialiseWeights, lenetReport } from '@lenet/core';
 * import { createClassifier } from '@lenet/engine';
 *
 * const weights = initialiseWeights(lenetReport, { seed: 1 });
 * const classifier = await createClassifier(lenetReport, weights);
 * const pixels = new Uint8Array(28 * 28);
 * console.log(await classifier.classify({ pixels, count: 1, height: 28, width: 28 })); // 10 logits
 * await classifier.dispose();
 */
export async function createClassifier(
  architecture: Architecture,
  weights: Weights,
  options: EngineOptions = {},
): Promise<EngineClassifier> {
  const ordered = requireNamedTensors(weights, weightShapes(architecture));
  const machine = await createMachine(architecture, options, { defaultThreads: 1 });
  machine.writeParameters('weights', ordered);
  const owner = createOwner('Classifier', machine);
  let explaining: Promise<Machine> | undefined;
  let disposed: Promise<void> | undefined;

  /** One that keeps the values of all layers; made when it is first asked for. */
  async function openExplaining(): Promise<Machine> {
    const own = owner.open();
    if (own.program.module === 'generic') return own;
    explaining ??= createExplaining(own).catch((error: unknown) => {
      // There may be memory for it another time.
      explaining = undefined;
      throw error;
    });
    const generic = await explaining;
    owner.open();
    return generic;
  }

  async function createExplaining(own: Machine): Promise<Machine> {
    const copy = own.readParameters('weights', weightShapes(architecture));
    const { build = 'strict' } = options;
    const generic = await createMachine(architecture, { build, threads: 1 }, { isGeneric: true });
    generic.writeParameters('weights', copy);
    return generic;
  }

  async function disposeAll(): Promise<void> {
    const ended = owner.dispose();
    const generic = await explaining?.catch(() => undefined);
    await Promise.all([ended, generic?.dispose()]);
  }

  return {
    architecture,
    async classify(images) {
      requireImages(images, architecture);
      return classifyImages(owner.open(), images);
    },
    async features(images) {
      requireImages(images, architecture);
      return readFeatures(owner.open(), architecture, images);
    },
    activations: async (image) => readActivations(await openExplaining(), architecture, image),
    async inputGradient(image, classIndex) {
      const explainer = await openExplaining();
      requireInteger('classIndex', classIndex, 0, explainer.program.classes - 1);
      return readInputGradient(explainer, architecture, image, classIndex);
    },
    dispose() {
      disposed ??= disposeAll();
      return disposed;
    },
  };
}
