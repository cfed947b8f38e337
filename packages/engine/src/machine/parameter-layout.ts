// Keras's layout of the weights, which everything outside the engine has, and the engine's own, in which
// the kernels find neighbours side by side: assembly/memory-map.ts draws it.
import type { NamedTensor, WeightShape } from '@lenet/core';
import type { Addresses } from './kernels.js';

/** Where in a row of parameters the number `index` of a tensor lies. */
type Place = (index: number) => number;

/** The places of the ten tensors of the network, kernel and bias by layer. */
function placesOf(addresses: Addresses): Place[] {
  const { FILTERS_1, BIAS_1, FILTERS_2, BIAS_2 } = addresses;
  const { DENSE_1, DENSE_BIAS_1, DENSE_2, DENSE_BIAS_2, DENSE_3, DENSE_BIAS_3 } = addresses;
  const side = (start: number): Place => {
    return (index) => start / 4 + index;
  };
  return [
    // [5, 5, 1, 6] to [6][25]
    (index) => FILTERS_1 / 4 + (index % 6) * 25 + Math.floor(index / 6),
    side(BIAS_1),
    // [5, 5, 6, 16] to [16][5][32]
    (index) => {
      const columnAndMap = Math.floor(index / 16) % 30;
      return FILTERS_2 / 4 + ((index % 16) * 5 + Math.floor(index / 480)) * 32 + columnAndMap;
    },
    side(BIAS_2),
    // [256, 120] with inputs [4][4][16] to inputs [16][4][4]
    (index) => {
      const input = Math.floor(index / 120);
      return DENSE_1 / 4 + ((input % 16) * 16 + Math.floor(input / 16)) * 120 + (index % 120);
    },
    side(DENSE_BIAS_1),
    // [120, 84] to [120][88], [84, 10] to [84][16]
    (index) => DENSE_2 / 4 + Math.floor(index / 84) * 88 + (index % 84),
    side(DENSE_BIAS_2),
    (index) => DENSE_3 / 4 + Math.floor(index / 10) * 16 + (index % 10),
    side(DENSE_BIAS_3),
  ];
}

/**
 * Copies a row of parameters out.
 *
 * @param row float32, a row of parameters
 * @param shapes of the ten tensors
 */
export function readParameters(
  row: Float32Array,
  shapes: readonly WeightShape[],
  addresses: Addresses,
): NamedTensor[] {
  return placesOf(addresses).map((place, tensor) => {
    const { name, shape } = shapes[tensor];
    const values = new Float32Array(shape.reduce((product, size) => product * size, 1));
    for (let index = 0; index < values.length; index++) values[index] = row[place(index)];
    return { name, shape, values };
  });
}

/** Copies tensors, in the order of the layers, into a row of parameters. */
export function writeParameters(
  row: Float32Array,
  tensors: readonly NamedTensor[],
  addresses: Addresses,
): void {
  for (const [tensor, place] of placesOf(addresses).entries()) {
    const { values } = tensors[tensor];
    for (let index = 0; index < values.length; index++) row[place(index)] = values[index];
  }
}
