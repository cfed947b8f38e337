import { setImmediate } from 'node:timers/promises';
import {
  type Architecture,
  InvalidArgumentError,
  initialiseWeights,
  type LabelledImages,
  type Learner,
  type LearnerOptions,
  layerShapes,
  NonFiniteLossError,
  type StepRequest,
  type StepResult,
} from '@lenet/core';
import {
  createUpdateCounter,
  requireImages,
  requireLearnerState,
  requireNamedTensors,
  requireStep,
  requireTrainingImages,
  resolveOptimizer,
} from '@lenet/core/training';
import * as tf from '@tensorflow/tfjs-core';
import { type GraphTensor, openGraphSession } from './graph-session.js';
import { clearVariables, readVariables, writeVariables } from './graph-variables.js';
import { stepInputs } from './step-inputs.js';
import { graphTensors, momentNames, trainingGraph } from './training-graph.js';

/** Images in a call of `predict`: large enough to be fast, small enough for a few megabytes of feature maps. */
const PREDICTED_AT_ONCE = 256;

/**
 * A learner on native TensorFlow, which must be TensorFlow.js's current backend. A step is one call: the whole of it,
 * the update of the weights too, is a graph that TensorFlow holds.
 *
 * @throws {InvalidArgumentError} when an option is out of range, or a layer does not fit its input
 */
export function createNativeLearner(architecture: Architecture, options: LearnerOptions): Learner {
  const initial = initialiseWeights(architecture, options);
  if (initial.length === 0) {
    throw new InvalidArgumentError({
      argument: 'architecture',
      received: architecture.name,
      message: `Network "${architecture.name}": expected a layer with weights to train, got none. Give it a conv2d or dense layer.`,
    });
  }
  const optimizer = resolveOptimizer(options.optimizer);
  const graph = trainingGraph(architecture, optimizer);
  const session = openGraphSession(graph.nodes);
  const counter = createUpdateCounter(optimizer);
  const classCount = layerShapes(architecture).at(-1)!.outputShape[0];
  let training: LabelledImages | undefined;

  function step(request: StepRequest): StepResult {
    requireStep(request, training);
    const inputs = stepInputs(training, request, graph.masks, options.seed);
    const { rate, epsilon, kept } = counter.next(request.learningRate);
    const [loss, correct] = update(inputs, Float32Array.of(rate, epsilon, kept));
    counter.count();
    return { loss, correct };
  }

  function update(inputs: Record<string, GraphTensor>, values: Float32Array): Float32Array {
    const all = { ...inputs, [graphTensors.numbers]: { shape: [values.length], values } };
    try {
      return session.run(all, [graphTensors.step])[0];
    } catch (error) {
      // TensorFlow refuses a loss that is not finite in words of its own, and without the loss.
      const [[loss]] = session.run(inputs, [graphTensors.result]);
      if (Number.isFinite(loss)) throw error;
      throw new NonFiniteLossError({ step: counter.stepCount, loss });
    }
  }

  async function predict(images: LabelledImages): Promise<Float32Array> {
    requireImages(images, architecture);
    const { pixels, count, height, width } = images;
    const logits = new Float32Array(count * classCount);
    for (let start = 0; start < count; start += PREDICTED_AT_ONCE) {
      const end = Math.min(count, start + PREDICTED_AT_ONCE);
      const values = pixels.subarray(start * height * width, end * height * width);
      const given = { [graphTensors.pixels]: { shape: [end - start, height, width, 1], values } };
      logits.set(session.run(given, [graphTensors.logits])[0], start * classCount);
      // A turn of the event loop: signals and timers need them.
      await setImmediate();
    }
    return logits;
  }

  // One call after the other, in the order in which they are asked for.
  let last: Promise<unknown> = Promise.resolve();
  function inOrder<Value>(action: () => Value | Promise<Value>): Promise<Value> {
    const result = last.then(action);
    last = result.catch(() => {});
    return result;
  }

  writeVariables(session, graph.weights, initial);
  clearVariables(session, graph.moments);
  return {
    architecture,
    backend: `TensorFlow.js ${tf.getBackend()} ${tf.version_core}`,
    load: (images) =>
      inOrder(() => {
        requireTrainingImages(images, architecture);
        training = images;
      }),
    step: (request) => inOrder(() => step(request)),
    predict: (images) => inOrder(() => predict(images)),
    weights: () => inOrder(() => readVariables(session, graph.weights)),
    setWeights: (weights) =>
      inOrder(() => writeVariables(session, graph.weights, requireNamedTensors(weights, graph.weights.all))),
    state: () =>
      inOrder(() => ({ stepCount: counter.stepCount, moments: readVariables(session, graph.moments) })),
    setState: (state) =>
      inOrder(() => {
        const moments = requireLearnerState(state, graph.weights.all, momentNames[optimizer.kind]);
        writeVariables(session, graph.moments, moments);
        counter.restart(state.stepCount);
      }),
    dispose: () => inOrder(session.close),
  };
}
