import type { WeightShape } from '../architecture/layer-shapes.js';
import { InvalidArgumentError } from '../errors/invalid-argument-error.js';
import type { NamedTensor } from './weights.js';

/** In 32 bits or in 8. */
type SizedTensor = Pick<NamedTensor, 'name' | 'shape'> & { readonly values: ArrayLike<number> };

/**
 * Checks named tensors, given in any order. For those who write a learner.
 *
 * @param owner what they would belong to, for the message. @default 'architecture'
 * @returns those of `expected`, in its order
 * @throws {InvalidArgumentError} when a name is missing, unknown or twice there, or a tensor has another
 *   shape or number of values
 * @example
 * import { initialiseWeights, lenetReport, weightShapes } from '@lenet/core';
 * import { requireNamedTensors } from '@lenet/core/training';
 *
 * const weights = initialiseWeights(lenetReport, { seed: 1 });
 * console.log(requireNamedTensors([...weights].reverse(), weightShapes(lenetReport))[0].name); // conv2d/kernel
 */
export function requireNamedTensors<Tensor extends SizedTensor = NamedTensor>(
  tensors: readonly Tensor[],
  expected: readonly WeightShape[],
  owner = 'architecture',
): Tensor[] {
  const byName = new Map(tensors.map((tensor) => [tensor.name, tensor]));
  const ordered = expected.map(({ name, shape }) => {
    const tensor = byName.get(name);
    const received = tensor ? describe(tensor) : 'none';
    if (tensor && received === `[${shape.join(', ')}]`) return tensor;
    throw new InvalidArgumentError({
      argument: 'tensors',
      received: tensor?.shape,
      message: `Weights: expected "${name}" of shape [${shape.join(', ')}], got ${received}. They belong to another ${owner}.`,
    });
  });
  if (tensors.length !== expected.length) {
    const known = new Set(expected.map(({ name }) => name));
    const unknown = tensors.find((tensor) => !known.has(tensor.name) || byName.get(tensor.name) !== tensor)!;
    throw new InvalidArgumentError({
      argument: 'tensors',
      received: unknown.name,
      message: `Weights: expected ${expected.length} tensors, got ${tensors.length}; "${unknown.name}" is unknown or twice there. They belong to another ${owner}.`,
    });
  }
  return ordered;
}

function describe({ shape, values }: SizedTensor): string {
  const length = shape.reduce((product, size) => product * size, 1);
  return `[${shape.join(', ')}]${values.length === length ? '' : ` with ${values.length} values`}`;
}
