import type { Architecture } from '@lenet/core';
import { beginnerCnn, classicLenet5, defineArchitecture, denseBaseline } from '@lenet/core';

const small = (name: string, layers: Parameters<typeof defineArchitecture>[0]['layers'], side = 13) =>
  defineArchitecture({ name, inputShape: [side, side, 1], layers });

/** Our own networks, and what else the generic module must get right. */
export const networks: readonly Architecture[] = [
  classicLenet5,
  denseBaseline,
  beginnerCnn,
  small('odd-sizes', [
    { kind: 'conv2d', filters: 5, kernelSize: 3, stride: 2, padding: 'same', activation: 'relu' },
    { kind: 'conv2d', filters: 9, kernelSize: 2, activation: 'linear' },
    { kind: 'maxPooling2d', poolSize: 3, stride: 2, padding: 'same' },
    { kind: 'flatten' },
    { kind: 'dense', units: 11, activation: 'sigmoid' },
    { kind: 'dense', units: 10, activation: 'linear' },
  ]),
  small('pooling-first', [
    { kind: 'averagePooling2d', poolSize: 2, stride: 2, padding: 'same' },
    { kind: 'conv2d', filters: 3, kernelSize: 3, padding: 'same', activation: 'sigmoid' },
    { kind: 'averagePooling2d', poolSize: 3, stride: 3, padding: 'same' },
    { kind: 'flatten' },
    { kind: 'dense', units: 10, activation: 'softmax' },
  ]),
  small('dropout-everywhere', [
    { kind: 'dropout', rate: 0.2 },
    { kind: 'conv2d', filters: 3, kernelSize: 4, stride: 3, activation: 'tanh' },
    { kind: 'dropout', rate: 0.5 },
    { kind: 'flatten' },
    { kind: 'dropout', rate: 0.3 },
    { kind: 'dense', units: 7, activation: 'tanh' },
    { kind: 'dropout', rate: 0 },
    { kind: 'dropout', rate: 0.1 },
    { kind: 'dense', units: 10, activation: 'relu' },
  ]),
  small('convolution-to-dense', [
    { kind: 'conv2d', filters: 6, kernelSize: 5, activation: 'relu' },
    { kind: 'conv2d', filters: 4, kernelSize: 3, stride: 2, padding: 'same', activation: 'relu' },
    { kind: 'flatten' },
    { kind: 'dense', units: 10, activation: 'softmax' },
  ]),
];
