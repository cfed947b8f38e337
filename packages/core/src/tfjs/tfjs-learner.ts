import * as tf from '@tensorflow/tfjs-core';
import type { Architecture } from '../architecture/architecture.js';
import { weightShapes } from '../architecture/layer-shapes.js';
import type { LabelledImages } from '../data/labelled-images.js';
import { InvalidArgumentError } from '../errors/invalid-argument-error.js';
import { NonFiniteLossError } from '../errors/non-finite-loss-error.js';
import { initialiseWeights } from '../training/initialise-weights.js';
import type { Learner, LearnerOptions, StepRequest, StepResult } from '../training/learner.js';
import { requireStep } from '../training/require-step.js';
import { requireTrainingImages } from '../training/require-training-images.js';
import type { NamedTensor } from '../training/weights.js';
import { assignByName } from './assign-by-name.js';
import { JoinedOptimizer } from './joined-optimizer.js';
import { lossAndGradients } from './loss-and-gradients.js';
import { registerNativeTrainingKernels } from './native-kernels.js';
import { predictLogits } from './predict-logits.js';
import { registerWasmTrainingKernels } from './register-wasm-training-kernels.js';
import { requireTfjs } from './require-tfjs.js';

/**
 * A learner on the current TensorFlow.js backend (`tf.setBackend`), whichever that is: sparse softmax
 * cross-entropy and the optimizer of the options.
 *
 * @throws {InvalidArgumentError} when an option is out of range, or a layer does not fit its input
 * @throws {TfjsInstallationError} when TensorFlow.js is there twice, or in a version that is not supported
 * @example
 * import '@tensorflow/tfjs-backend-cpu';
 * import { createLabelledImages, lenetReport } from '@lenet/core';
 * import { createTfjsLearner } from '@lenet/core/tfjs';
 * import * as tf from '@tensorflow/tfjs-core';
 *
 * await tf.setBackend('cpu');
 * const learner = createTfjsLearner(lenetReport, { seed: 1 });
 * const labels = Uint8Array.of(7);
 * await learner.load(createLabelledImages({ pixels: new Uint8Array(784), labels, height: 28, width: 28 }));
 * console.log(await learner.step({ indices: Uint32Array.of(0), learningRate: 1e-3, epoch: 1 }));
 * await learner.dispose();
 */
export function createTfjsLearner(architecture: Architecture, options: LearnerOptions): Learner {
  requireTfjs();
  registerWasmTrainingKernels();
  registerNativeTrainingKernels();
  const initial = initialiseWeights(architecture, options);
  if (initial.length === 0) {
    throw new InvalidArgumentError({
      argument: 'architecture',
      received: architecture.name,
      message: `Network "${architecture.name}": expected a layer with weights to train, got none. Give it a conv2d or dense layer.`,
    });
  }
  const variables = new Map(
    initial.map(({ name, shape, values }) => [
      name,
      tf.tidy(() => tf.variable(tf.tensor(values, [...shape], 'float32'))),
    ]),
  );
  const optimizer = createOptimizer(variables, options);
  let training: LabelledImages | undefined;

  async function step(request: StepRequest): Promise<StepResult> {
    requireStep(request, training);
    const result = lossAndGradients(architecture, variables, training, request, options.seed);
    try {
      const loss = (await result.loss.data())[0];
      if (!Number.isFinite(loss)) throw new NonFiniteLossError({ step: optimizer.steps, loss });
      optimizer.update(result.gradients, request.learningRate);
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
    load: (images) =>
      inOrder(async () => {
        requireTrainingImages(images, architecture);
        training = images;
      }),
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
    state: () => inOrder(() => optimizer.state()),
    setState: (state) => inOrder(async () => optimizer.setState(state)),
    dispose: () =>
      inOrder(async () => {
        optimizer.dispose();
        tf.dispose([...variables.values()]);
      }),
  };
}

function createOptimizer(
  variables: ReadonlyMap<string, tf.Variable>,
  options: LearnerOptions,
): JoinedOptimizer {
  try {
    return new JoinedOptimizer(variables, options.optimizer);
  } catch (error) {
    tf.dispose([...variables.values()]);
    throw error;
  }
}
