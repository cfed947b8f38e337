import * as tf from '@tensorflow/tfjs-core';
import type { Architecture } from '../architecture/architecture.js';
import { weightShapes } from '../architecture/layer-shapes.js';
import type { Classifier } from '../classification/classifier.js';
import type { Weights } from '../training/weights.js';
import { assignByName } from './assign-by-name.js';
import { predictLogits } from './predict-logits.js';

/**
 * A classifier on the current TensorFlow.js backend (`tf.setBackend`), whichever that is.
 *
 * @throws {InvalidArgumentError} when the weights are not those of the architecture
 */
export function createTfjsClassifier(architecture: Architecture, weights: Weights): Classifier {
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
