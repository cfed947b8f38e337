import { type Architecture, type Classifier, type Weights, weightShapes } from '@lenet/core';
import { requireImages, requireNamedTensors } from '@lenet/core/training';
import type { EngineOptions } from '../engine-options.js';
import { createMachine } from '../machine/machine.js';
import { createOwner } from '../machine/owner.js';
import { requireLenetReport } from '../machine/require-lenet-report.js';
import { classifyImages } from './classify-images.js';

/**
 * Makes a classifier of trained weights, compiled to WebAssembly: one image takes some 20 µs.
 *
 * @param architecture with the shape of `lenetReport`
 * @param weights by name, in any order; copied
 * @param options.build @default 'strict'
 * @param options.threads for many images at once. @default 1
 * @throws {InvalidArgumentError} when the network has another shape, the weights are not its own, or an
 *   option is out of range
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
): Promise<Classifier> {
  requireLenetReport(architecture);
  const ordered = requireNamedTensors(weights, weightShapes(architecture));
  const owner = createOwner('Classifier', await createMachine(options, 1, () => undefined));
  owner.open().writeParameters('WEIGHTS', ordered);
  return {
    architecture,
    async classify(images) {
      requireImages(images, architecture);
      return classifyImages(owner.open(), images);
    },
    dispose: () => owner.dispose(),
  };
}
