// Networks whose every layer is asked something, and images for them.
import { type Architecture, defineArchitecture, type LabelledImages } from '@lenet/core';
import { padImages } from '@lenet/core/images';
import { generateDigits } from '@lenet/core/synthetic';

/** Smooth activations, windows that overlap or reach over the border, a name that no node may have. */
export const smooth = defineArchitecture({
  name: 'smooth',
  layers: [
    { kind: 'conv2d', filters: 2, kernelSize: 3, stride: 2, padding: 'same', activation: 'tanh' }, // [14, 14, 2]
    { kind: 'averagePooling2d', poolSize: 3, stride: 1, padding: 'same' },
    { kind: 'conv2d', name: '_second', filters: 3, kernelSize: 2, activation: 'sigmoid' }, // [13, 13, 3]
    { kind: 'dropout', rate: 0.4 },
    { kind: 'averagePooling2d', padding: 'same' }, // [7, 7, 3]
    { kind: 'flatten' },
    { kind: 'dense', units: 12, activation: 'tanh' },
    { kind: 'dropout', rate: 0.3 },
    { kind: 'dense', units: 10, activation: 'softmax' },
  ],
});

/** Layers with kinks, and steps that leave rows over; the first layer has nothing to train. */
export const kinked = defineArchitecture({
  name: 'kinked',
  layers: [
    { kind: 'maxPooling2d', poolSize: 2, stride: 1, padding: 'same' }, // [28, 28, 1]
    { kind: 'conv2d', filters: 4, kernelSize: 3, padding: 'same', activation: 'relu' },
    { kind: 'maxPooling2d', poolSize: 3, stride: 2, padding: 'same' }, // [14, 14, 4]
    { kind: 'conv2d', filters: 3, kernelSize: 2, stride: 2, padding: 'same' }, // [7, 7, 3]
    { kind: 'flatten' },
    { kind: 'dense', units: 10 },
  ],
});

/** As many pixels as the network takes. */
export function imagesFor({ inputShape: [height, width] }: Architecture, count: number): LabelledImages {
  return padImages(generateDigits({ count, seed: 1, split: 'training' }), height, width);
}
