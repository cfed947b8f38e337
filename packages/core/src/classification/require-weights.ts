import type { Architecture } from '../architecture/architecture.js';
import { weightShapes } from '../architecture/layer-shapes.js';
import { InvalidArgumentError } from '../errors/invalid-argument-error.js';
import type { Weights } from '../training/weights.js';

/** @throws {InvalidArgumentError} when names, shapes or lengths are not those of the architecture */
export function requireWeights(weights: Weights, architecture: Architecture): void {
  const expected = weightShapes(architecture).map(({ name, shape }) => describe(name, shape));
  const received = weights.map(({ name, shape, values }) =>
    values.length === shape.reduce((product, size) => product * size, 1)
      ? describe(name, shape)
      : `${describe(name, shape)} with ${values.length} values`,
  );
  const length = Math.max(expected.length, received.length);
  for (let index = 0; index < length; index++) {
    if (expected[index] === received[index]) continue;
    throw new InvalidArgumentError({
      argument: 'weights',
      received: received[index],
      message: `Weights of "${architecture.name}": expected ${expected[index] ?? `${expected.length} tensors`}, got ${received[index] ?? 'no more tensors'}. They belong to another network.`,
    });
  }
}

function describe(name: string, shape: readonly number[]): string {
  return `${name} [${shape.join(', ')}]`;
}
