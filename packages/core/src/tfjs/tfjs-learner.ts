import * as tf from '@tensorflow/tfjs-core';
import type { Architecture } from '../architecture/architecture.js';
import { weightShapes } from '../architecture/layer-shapes.js';
import { requireImages } from '../classification/require-images.js';
import type { LabelledImages } from '../data/labelled-images.js';
import { InvalidArgumentError } from '../errors/invalid-argument-error.js';
import { NonFiniteLossError } from '../errors/non-finite-loss-error.js';
import { initialiseWeights } from '../training/initialise-weights.js';
import type { Learner, StepRequest, StepResult } from '../training/learner.js';
import type { NamedTensor } from '../training/weights.js';
import { Adam, type AdamOptions } from './adam.js';
import { assignByName } from './assign-by-name.js';
import { imageBatch } from './image-batch.js';
import { backward, forward, type WeightTensors } from './network.js';
import { predictLogits } from './predict-logits.js';
import { registerWasmTrainingKernels } from './register-wasm-training-kernels.js';

/** What a learner needs besides an architecture. */
export interface TfjsLearnerOptions {
  /** uint32: of the initial weights. */
  readonly seed: number;
  /** Constants of Adam. @default Keras's */
  readonly optimizer?: AdamOptions;
}

/**
 * A learner on the current TensorFlow.js backend (`tf.setBackend`), whichever that is: sparse softmax
 * cross-entropy and Adam.
 *
 * @throws {InvalidArgumentError} when an option is out of range, or a layer does not fit its input
 * @example
 * await tf.setBackend('wasm');
 * const learner = createTfjsLearner(lenetReport, { seed: 1 });
 */
export function createTfjsLearner(architecture: Architecture, options: TfjsLearnerOptions): Learner {
  registerWasmTrainingKernels();
  const variables = new Map(
    initialiseWeights(architecture, options).map(({ name, shape, values }) => [
      name,
      tf.tidy(() => tf.variable(tf.tensor(values, [...shape], 'float32'))),
    ]),
  );
  const adam = createAdam(variables, options.optimizer);
  let training: LabelledImages | undefined;

  async function step(request: StepRequest): Promise<StepResult> {
    if (!training) {
      throw new InvalidArgumentError({
        argument: 'indices',
        received: request.indices.length,
        message: 'Learner: no images to train on. Call load before the first step.',
      });
    }
    const { indices, learningRate } = request;
    const result = lossAndGradients(architecture, variables, training, indices);
    try {
      const loss = (await result.loss.data())[0];
      if (!Number.isFinite(loss)) throw new NonFiniteLossError({ step: adam.steps, loss });
      adam.update(result.gradients, learningRate);
      return { loss, correct: (await result.correct.data())[0] };
    } finally {
      tf.dispose([result.loss, result.correct, ...result.gradients.values()]);
    }
  }

  // One step after the other, in the order in which they are asked for.
  let last: Promise<unknown> = Promise.resolve();
  function inOrder<Value>(action: () => Promise<Value>): Promise<Value> {
    const result = last.then(action);
    last = result.catch(() => {});
    return result;
  }

  return {
    architecture,
    backend: `TensorFlow.js ${tf.getBackend()} ${tf.version_core}`,
    load: async (images) => {
      requireImages(images, architecture);
      training = images;
    },
    step: (request) => inOrder(() => step(request)),
    predict: (images) => inOrder(() => predictLogits(architecture, images, variables)),
    weights: () =>
      inOrder(async () => {
        const tensors: NamedTensor[] = [];
        for (const { name, shape } of weightShapes(architecture)) {
          const values = (await variables.get(name)!.data()) as Float32Array;
          // A copy: cpu gives the array that it goes on using.
          tensors.push({ name, shape, values: values.slice() });
        }
        return tensors;
      }),
    setWeights: (weights) => inOrder(async () => assignByName(variables, weights)),
    state: () => inOrder(() => adam.state()),
    setState: (state) => inOrder(async () => adam.setState(state)),
    dispose: () =>
      inOrder(async () => {
        adam.dispose();
        tf.dispose([...variables.values()]);
      }),
  };
}

function createAdam(variables: ReadonlyMap<string, tf.Variable>, options: AdamOptions | undefined): Adam {
  try {
    return new Adam(variables, options);
  } catch (error) {
    tf.dispose([...variables.values()]);
    throw error;
  }
}

/**
 * One forward and backward pass.
 *
 * The gradient of the mean cross-entropy by the logits is (probabilities - one-hot labels) / batch size.
 *
 * @returns tensors to be disposed by the caller: the mean loss, the number of right answers, and a
 *   gradient by the name of each weight
 */
function lossAndGradients(
  architecture: Architecture,
  weights: WeightTensors,
  images: LabelledImages,
  indices: Uint32Array,
): { loss: tf.Scalar; correct: tf.Scalar; gradients: Map<string, tf.Tensor> } {
  const result = tf.tidy(() => {
    const batch = imageBatch(images, indices);
    const labels = tf.tensor1d(
      Int32Array.from(indices, (index) => images.labels[index]),
      'int32',
    );
    const targets = tf.oneHot(labels, images.classCount);
    const outputs = forward(architecture, batch, weights);
    const logits = outputs.at(-1) as tf.Tensor2D;
    const logProbabilities = tf.sub(logits, tf.logSumExp(logits, 1, true)); // [batch, classes]
    const loss = tf.div(tf.neg(tf.sum(tf.mul(logProbabilities, targets))), indices.length) as tf.Scalar;
    const correct = tf.sum(tf.cast(tf.equal(tf.argMax(logits, 1), labels), 'float32')) as tf.Scalar;
    const logitsGradient = tf.div(tf.sub(tf.exp(logProbabilities), targets), indices.length) as tf.Tensor2D;
    const gradients = backward(architecture, batch, outputs, logitsGradient, weights);
    return { loss, correct, gradients: Object.fromEntries(gradients) };
  });
  return { ...result, gradients: new Map(Object.entries(result.gradients)) };
}
