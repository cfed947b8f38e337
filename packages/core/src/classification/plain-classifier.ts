// The forward pass in plain TypeScript: no backend to load, every step to be read, and the oracle of the
// faster ones. Sums are float64, so it is nearer to the exact result than they are.
import type { Activation, Architecture, Layer } from '../architecture/architecture.js';
import { layerShapes } from '../architecture/layer-shapes.js';
import { normalisePixels } from '../data/normalise-pixels.js';
import { InvalidArgumentError } from '../errors/invalid-argument-error.js';
import type { Weights } from '../training/weights.js';
import type { Classifier, ClassifierImages } from './classifier.js';
import { convolution, dense, maxPooling } from './plain-layers.js';
import { requireImages } from './require-images.js';
import { requireWeights } from './require-weights.js';

type Step = (input: Float64Array) => Float64Array;

/**
 * Makes a classifier of trained weights that needs nothing but JavaScript. Best for few images: it is
 * ready at once.
 *
 * @param weights in the order of the layers; not copied
 * @throws {InvalidArgumentError} when the weights are not those of the architecture, or a layer before
 *   the last has softmax
 * @example
 * const classifier = createPlainClassifier(lenetReport, weights);
 * const logits = await classifier.classify({ pixels, count: 1, height: 28, width: 28 });
 */
export function createPlainClassifier(architecture: Architecture, weights: Weights): Classifier {
  requireWeights(weights, architecture);
  const steps = createSteps(architecture, weights);
  const imageSize = architecture.inputShape.reduce((product, size) => product * size, 1);
  const classCount = layerShapes(architecture)
    .at(-1)!
    .outputShape.reduce((product, size) => product * size, 1);
  return {
    architecture,
    async classify(images: ClassifierImages) {
      requireImages(images, architecture);
      const logits = new Float32Array(images.count * classCount);
      for (let image = 0; image < images.count; image++) {
        const pixels = images.pixels.subarray(image * imageSize, (image + 1) * imageSize);
        let values: Float64Array = Float64Array.from(normalisePixels(pixels));
        for (const step of steps) values = step(values);
        logits.set(values, image * classCount);
      }
      return logits;
    },
    async dispose() {},
  };
}

function createSteps(architecture: Architecture, weights: Weights): Step[] {
  const steps: Step[] = [];
  let inputShape: readonly number[] = architecture.inputShape;
  let nextWeight = 0;
  for (const { layer, outputShape, weights: ownWeights } of layerShapes(architecture)) {
    const tensors = weights.slice(nextWeight, nextWeight + ownWeights.length).map(({ values }) => values);
    const isLast = layer === architecture.layers.at(-1);
    steps.push(createStep(layer, isLast, inputShape, outputShape, tensors));
    inputShape = outputShape;
    nextWeight += ownWeights.length;
  }
  return steps;
}

function createStep(
  layer: Layer,
  isLast: boolean,
  inputShape: readonly number[],
  outputShape: readonly number[],
  [kernel, bias]: readonly Float32Array[],
): Step {
  switch (layer.kind) {
    case 'flatten':
      return (input) => input;
    case 'maxPooling2d':
      return (input) => maxPooling(input, inputShape, layer, outputShape);
    case 'conv2d': {
      const activate = activation(layer.activation, isLast, layer.name);
      return (input) => activate(convolution(input, inputShape, kernel, bias, layer, outputShape));
    }
    case 'dense': {
      const activate = activation(layer.activation, isLast, layer.name);
      return (input) => activate(dense(input, kernel, bias));
    }
  }
}

/** The softmax of the last layer is left out: a classifier gives logits. */
function activation(kind: Activation, isLast: boolean, name: string): Step {
  if (kind === 'linear' || (kind === 'softmax' && isLast)) return (values) => values;
  if (kind === 'relu') return (values) => values.map((value) => Math.max(0, value));
  throw new InvalidArgumentError({
    argument: name,
    received: kind,
    message: `Layer "${name}": expected softmax in the last layer only. Use relu or linear here.`,
  });
}
