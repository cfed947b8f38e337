import * as tf from '@tensorflow/tfjs-core';
import { requireNamedTensors } from '../training/require-named-tensors.js';
import type { NamedTensor } from '../training/weights.js';

/**
 * Gives variables the values of the tensors of the same names. Nothing is changed when one is wrong.
 *
 * @throws {InvalidArgumentError} when a name is missing, unknown, or has another shape
 */
export function assignByName(
  variables: ReadonlyMap<string, tf.Variable>,
  tensors: readonly NamedTensor[],
): void {
  const shapes = [...variables].map(([name, { shape }]) => ({ name, shape }));
  for (const { name, values, shape } of requireNamedTensors(tensors, shapes)) {
    // A copy: the cpu backend keeps the array that it is given.
    tf.tidy(() => variables.get(name)!.assign(tf.tensor(values.slice(), [...shape], 'float32')));
  }
}
