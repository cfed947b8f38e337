import {
  type Architecture,
  createKeyedRandom,
  defineArchitecture,
  initialiseWeights,
  type Weights,
} from '@lenet/core';

/** Every kind of layer, padding at odd sizes, and no two axes of one length, so that none is taken for another. */
export const oddNetwork: Architecture = defineArchitecture({
  name: 'odd',
  inputShape: [9, 8, 1],
  layers: [
    { kind: 'conv2d', filters: 3, kernelSize: 3, stride: 2, padding: 'same', activation: 'tanh' }, // [5, 4, 3]
    { kind: 'averagePooling2d', poolSize: 2, stride: 2, padding: 'same' }, // [3, 2, 3]
    { kind: 'dropout', rate: 0.5 },
    { kind: 'conv2d', filters: 4, kernelSize: 2, padding: 'same', activation: 'relu' }, // [3, 2, 4]
    { kind: 'maxPooling2d', poolSize: 2, stride: 1 }, // [2, 1, 4]
    { kind: 'flatten' },
    { kind: 'dense', units: 5, activation: 'sigmoid' },
    { kind: 'dense', units: 3, activation: 'softmax' },
  ],
});

/** Weights as before a training, but with biases that are not 0. */
export function randomWeights(architecture: Architecture): Weights {
  const random = createKeyedRandom({ seed: 1, purpose: 'biases' });
  return initialiseWeights(architecture, { seed: 1 }).map((tensor) =>
    tensor.shape.length === 1
      ? { ...tensor, values: tensor.values.map(() => random.nextUniform() - 0.5) }
      : tensor,
  );
}

/** Grey noise, one image after the other. */
export function noiseImages(
  { inputShape: [height, width] }: Architecture,
  count: number,
): { pixels: Uint8Array; count: number; height: number; width: number } {
  const random = createKeyedRandom({ seed: 1, purpose: 'noise' });
  const pixels = Uint8Array.from({ length: count * height * width }, () => random.nextBelow(256));
  return { pixels, count, height, width };
}
