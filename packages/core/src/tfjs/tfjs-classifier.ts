import * as tf from '@tensorflow/tfjs-core';
import type { Architecture } from '../architecture/architecture.js';
import { weightShapes } from '../architecture/layer-shapes.js';
import type { Classifier } from '../classification/classifier.js';
import type { Weights } from '../training/weights.js';
import { assignByName } from './assign-by-name.js';
import { predictLogits } from './predict-logits.js';
import { requireTfjs } from './require-tfjs.js';

/**
 * A classifier on the current TensorFlow.js backend (`tf.setBackend`), whichever that is.
 *
 * @throws {InvalidArgumentError} when the weights are not those of the architecture
 * @throws {TfjsInstallationError} when TensorFlow.js is there twice, or in a version that is not supported
 * @example
 * import '@tensorflow/tfjs-backend-cpu';
 * import { initialiseWeights, lenetReport } from '@lenet/core';
 * import { createTfjsClassifier } from '@lenet/core/tfjs';
 * import * as tf from '@tensorflow/tfjs-core';
 *
 * await tf.setBackend('cpu');
 * const classifier = createTfjsClassifier(lenetReport, initialiseWeights(lenetReport, { seed: 1 }));
 * const pixels = new Uint8Array(28 * 28);
 * console.log(await classifier.classify({ pixels, count: 1, height: 28, width: 28 })); // 10 logits
 * await classifier.dispose();
 */
export function createTfjsClassifier(architecture: Architecture, weights: Weights): Classifier {
  requireTfjs();
  const variables = new Map(
    weightShapes(architecture).map(({ name, shape }) => [
      name,
      tf.tidy(() => tf.variable(tf.zeros([...shape]), false)),
    ]),
  );
  try {
    assignByName(variables, weights);
  } catch (error) {
    tf.dispose([...variables.values()]);
    throw error;
  }
  return {
    architecture,
    classify: (images) => predictLogits(architecture, images, variables),
    dispose: async () => tf.dispose([...variables.values()]),
  };
}
