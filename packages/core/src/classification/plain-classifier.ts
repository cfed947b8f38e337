// The forward pass in plain TypeScript: no backend to load, every step to be read, and the oracle of the
// faster ones. Sums are float64, so it is nearer to the exact result than they are.
import type { Activation, Architecture, Layer } from '../architecture/architecture.js';
import { layerShapes } from '../architecture/layer-shapes.js';
import { normalisePixels } from '../data/normalise-pixels.js';
import { portableExp } from '../maths/portable-exp.js';
import { portableTanh } from '../maths/portable-tanh.js';
import type { Weights } from '../training/weights.js';
import type { Classifier, ClassifierImages } from './classifier.js';
import { convolution, dense, pooling } from './plain-layers.js';
import { requireImage, requireImages } from './require-images.js';
import { requireWeights } from './require-weights.js';

type Step = (input: Float64Array) => Float64Array;

interface PlainLayer {
  readonly name: string;
  readonly shape: readonly number[];
  readonly apply: Step;
}

/**
 * Makes a classifier of trained weights that needs nothing but JavaScript. Best for few images: it is
 * ready at once.
 *
 * @param weights in the order of the layers; not copied
 * @throws {InvalidArgumentError} when the weights are not those of the architecture, or a layer of it
 *   does not fit its input
 * @example
 * import { createPlainClassifier, initialiseWeights, lenetReport } from '@lenet/core';
 *
 * const weights = initialiseWeights(lenetReport, { seed: 1 });
 * const classifier = createPlainClassifier(lenetReport, weights);
 * const pixels = new Uint8Array(28 * 28);
 * console.log(await classifier.classify({ pixels, count: 1, height: 28, width: 28 })); // 10 logits
 */
export function createPlainClassifier(architecture: Architecture, weights: Weights): Classifier {
  requireWeights(weights, architecture);
  const layers = createLayers(architecture, weights);
  const imageSize = architecture.inputShape.reduce((product, size) => product * size, 1);
  const classCount = layerShapes(architecture)
    .at(-1)!
    .outputShape.reduce((product, size) => product * size, 1);
  const hidden = layers.at(-2);
  const hiddenSize = hidden?.shape.reduce((product, size) => product * size, 1) ?? 0;

  /** @param kept filled with what the layer before the last makes of each image */
  function classify(images: ClassifierImages, kept?: Float32Array): Float32Array {
    const logits = new Float32Array(images.count * classCount);
    for (let image = 0; image < images.count; image++) {
      const pixels = images.pixels.subarray(image * imageSize, (image + 1) * imageSize);
      let values: Float64Array = Float64Array.from(normalisePixels(pixels));
      for (const layer of layers) {
        values = layer.apply(values);
        if (layer === hidden) kept?.set(values, image * hiddenSize);
      }
      logits.set(values, image * classCount);
    }
    return logits;
  }

  return {
    architecture,
    async classify(images) {
      requireImages(images, architecture);
      return classify(images);
    },
    ...(hidden && {
      async features(images: ClassifierImages) {
        requireImages(images, architecture);
        const values = new Float32Array(images.count * hiddenSize);
        return { layer: hidden.name, values, logits: classify(images, values) };
      },
    }),
    async activations(image) {
      requireImage(image, architecture);
      let values: Float64Array = Float64Array.from(normalisePixels(image.pixels));
      return layers.map(({ name, shape, apply }) => {
        values = apply(values);
        return { layer: name, shape, values: Float32Array.from(values) };
      });
    },
    async dispose() {},
  };
}

function createLayers(architecture: Architecture, weights: Weights): PlainLayer[] {
  const layers: PlainLayer[] = [];
  let inputShape: readonly number[] = architecture.inputShape;
  let nextWeight = 0;
  for (const { layer, outputShape, weights: ownWeights } of layerShapes(architecture)) {
    const tensors = weights.slice(nextWeight, nextWeight + ownWeights.length).map(({ values }) => values);
    const step = createStep(layer, inputShape, outputShape, tensors);
    const activate = 'activation' in layer ? activations[layer.activation] : undefined;
    const apply: Step = activate ? (input) => step(input).map(activate) : step;
    layers.push({ name: layer.name, shape: outputShape, apply });
    inputShape = outputShape;
    nextWeight += ownWeights.length;
  }
  return layers;
}

function createStep(
  layer: Layer,
  inputShape: readonly number[],
  outputShape: readonly number[],
  [kernel, bias]: readonly Float32Array[],
): Step {
  switch (layer.kind) {
    case 'flatten':
    case 'dropout':
      return (input) => input;
    case 'maxPooling2d':
    case 'averagePooling2d':
      return (input) => pooling(input, inputShape, layer, outputShape);
    case 'conv2d':
      return (input) => convolution(input, inputShape, kernel, bias, layer, outputShape);
    case 'dense':
      return (input) => dense(input, kernel, bias);
  }
}

/** The softmax of the last layer is left out: a classifier gives logits. */
const activations: Readonly<Record<Activation, ((value: number) => number) | undefined>> = {
  linear: undefined,
  relu: (value) => Math.max(0, value),
  tanh: portableTanh,
  sigmoid: (value) => 1 / (1 + portableExp(-value)),
  softmax: undefined,
};
