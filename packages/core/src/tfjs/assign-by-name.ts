import * as tf from '@tensorflow/tfjs-core';
import { InvalidArgumentError } from '../errors/invalid-argument-error.js';
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
  const byName = new Map(tensors.map((tensor) => [tensor.name, tensor]));
  for (const [name, variable] of variables) {
    const tensor = byName.get(name);
    const received = tensor ? `[${tensor.shape.join(', ')}]` : 'none';
    if (received === `[${variable.shape.join(', ')}]`) continue;
    throw new InvalidArgumentError({
      argument: 'tensors',
      received: tensor?.shape,
      message: `Weights: expected "${name}" of shape [${variable.shape.join(', ')}], got ${received}. They belong to another architecture.`,
    });
  }
  if (tensors.length !== variables.size) {
    const unknown = tensors.find(({ name }) => !variables.has(name))?.name ?? tensors[0]?.name;
    throw new InvalidArgumentError({
      argument: 'tensors',
      received: unknown,
      message: `Weights: expected ${variables.size} tensors, got ${tensors.length}; "${unknown}" is unknown or twice there. They belong to another architecture.`,
    });
  }
  for (const [name, variable] of variables) {
    const { values, shape } = byName.get(name)!;
    tf.tidy(() => variable.assign(tf.tensor(values.slice(), [...shape], 'float32')));
  }
}
