import * as tf from '@tensorflow/tfjs-core';
import type { Architecture } from '../architecture/architecture.js';
import { layerShapes, weightShapes } from '../architecture/layer-shapes.js';
import type { Classifier, ClassifierImages } from '../classification/classifier.js';
import { requireImage } from '../classification/require-images.js';
import { requireInteger } from '../errors/require-argument.js';
import type { Weights } from '../training/weights.js';
import { assignByName } from './assign-by-name.js';
import { imageBatch } from './image-batch.js';
import { forward, gradientByImages } from './network.js';
import { predictLastLayers, predictLogits } from './predict-logits.js';
import { requireTfjs } from './require-tfjs.js';

/** Position of the only image. */
const FIRST = Uint32Array.of(0);

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
  const hidden = architecture.layers.at(-2);
  return {
    architecture,
    classify: (images) => predictLogits(architecture, images, variables),
    ...(hidden && {
      async features(images: ClassifierImages) {
        const [values, logits] = await predictLastLayers(architecture, images, variables, 2);
        return { layer: hidden.name, values, logits };
      },
    }),
    async activations(image) {
      requireImage(image, architecture);
      const outputs = tf.tidy(() => forward(architecture, imageBatch(image, FIRST), variables));
      try {
        return await Promise.all(
          outputs.map(async (output, index) => ({
            layer: architecture.layers[index].name,
            shape: output.shape.slice(1),
            values: ((await output.data()) as Float32Array).slice(),
          })),
        );
      } finally {
        tf.dispose(outputs);
      }
    },
    async inputGradient(image, classIndex) {
      requireImage(image, architecture);
      const [classCount] = layerShapes(architecture).at(-1)!.outputShape;
      requireInteger('classIndex', classIndex, 0, classCount - 1);
      const gradient = tf.tidy(() => {
        const batch = imageBatch(image, FIRST);
        const outputs = forward(architecture, batch, variables);
        const chosen = tf.oneHot(tf.tensor1d([classIndex], 'int32'), classCount) as tf.Tensor2D;
        return gradientByImages(architecture, batch, outputs, tf.cast(chosen, 'float32'), variables);
      });
      const values = ((await gradient.data()) as Float32Array).slice();
      gradient.dispose();
      return values;
    },
    dispose: async () => tf.dispose([...variables.values()]),
  };
}
