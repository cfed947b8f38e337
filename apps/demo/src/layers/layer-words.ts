import { type Architecture, type Layer, layerShapes } from '@lenet/core';

const activationNames = {
  linear: '',
  relu: 'ReLU',
  tanh: 'tanh',
  sigmoid: 'sigmoid',
  softmax: 'softmax',
} as const;

/** What a layer is called on the page, e.g. `Convolution 2`. Layers of one kind are counted where there are several. */
export function layerTitle({ layers }: Architecture, index: number): string {
  const { kind } = layers[index];
  if (kind === 'dense' && index === layers.length - 1) return 'Output';
  const same = layers.filter(
    (layer, at) => layer.kind === kind && !(kind === 'dense' && at === layers.length - 1),
  );
  const title = {
    conv2d: 'Convolution',
    maxPooling2d: 'Pooling',
    averagePooling2d: 'Pooling',
    flatten: 'Flatten',
    dense: 'Dense',
    dropout: 'Dropout',
  }[kind];
  return same.length === 1 ? title : `${title} ${same.indexOf(layers[index]) + 1}`;
}

/** What a layer does, in a short phrase, e.g. `6 filters of 5×5, ReLU`. */
export function layerPhrase(layer: Layer): string {
  const withActivation = (text: string, name: string) => (name === '' ? text : `${text}, ${name}`);
  switch (layer.kind) {
    case 'conv2d':
      return withActivation(
        `${layer.filters} filters of ${layer.kernelSize}×${layer.kernelSize}`,
        activationNames[layer.activation],
      );
    case 'maxPooling2d':
      return `the largest of each ${layer.poolSize}×${layer.poolSize}`;
    case 'averagePooling2d':
      return `the mean of each ${layer.poolSize}×${layer.poolSize}`;
    case 'flatten':
      return 'all numbers in one row';
    case 'dense':
      return withActivation(`${layer.units} units`, activationNames[layer.activation]);
    case 'dropout':
      return `changes nothing while reading (${Math.round(100 * layer.rate)} % off while learning)`;
  }
}

/** What is to be seen in the pictures of a layer, for somebody who knows nothing of networks. */
export function layerHint({ layers }: Architecture, index: number): string {
  const { kind } = layers[index];
  switch (kind) {
    case 'conv2d':
      return index === 0
        ? 'Above each picture is its filter: a small pattern that is laid on every place of the drawing. The picture is bright where the drawing looks like it.'
        : 'Each filter looks at all pictures of the layer before. Bright is where it found its mixture of strokes.';
    case 'maxPooling2d':
      return 'The same pictures, half as wide: only the brightest of four squares goes on.';
    case 'averagePooling2d':
      return 'The same pictures, half as wide: of four squares the mean goes on.';
    case 'flatten':
      return 'All pictures of the layer before, taken apart and laid in one row: nothing is lost, nothing added.';
    case 'dense':
      return index === layers.length - 1
        ? 'One score for each digit: white speaks for it, blue against it. The percentages are made from them.'
        : 'Each square weighs all numbers of the layer before, and lights up when they fit.';
    case 'dropout':
      return 'It only works while the network learns.';
  }
}

/** The shape of a layer's output, e.g. `24 × 24 × 6`. */
export function shapeWords(architecture: Architecture, index: number): string {
  const shape = index < 0 ? architecture.inputShape : layerShapes(architecture)[index].outputShape;
  return shape.join(' × ');
}
