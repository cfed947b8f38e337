import type { Architecture } from './architecture.js';

/** A network without convolutions, to see what they bring: 101,770 parameters. */
export const denseBaseline: Architecture = {
  name: 'dense-baseline',
  inputShape: [28, 28, 1],
  layers: [
    { kind: 'flatten', name: 'flatten' }, // [784]
    { kind: 'dense', name: 'dense', units: 128, activation: 'relu' },
    { kind: 'dense', name: 'dense_1', units: 10, activation: 'softmax' },
  ],
};
