import type { Architecture } from '../architecture/architecture.js';
import { weightShapes } from '../architecture/layer-shapes.js';
import { requireInteger } from '../errors/require-argument.js';
import { createKeyedRandom } from '../random/keyed-random.js';
import type { NamedTensor, Weights } from './weights.js';

/**
 * Keras's defaults: kernels Glorot-uniform, biases zero. Each tensor has a random stream of its own, so
 * two layers of the same shape begin with different weights.
 *
 * Source: Glorot, Bengio, "Understanding the difficulty of training deep feedforward neural networks",
 * 2010, equation 16, with fans as Keras counts them.
 *
 * @param options.seed uint32
 * @throws {InvalidArgumentError} when the seed is no uint32, or a layer does not fit its input
 * @example
 * import { initialiseWeights, lenetReport } from '@lenet/core';
 *
 * console.log(initialiseWeights(lenetReport, { seed: 1 }).length); // 10 tensors
 */
export function initialiseWeights(architecture: Architecture, options: { seed: number }): Weights {
  requireInteger('seed', options.seed, 0, 0xffffffff);
  return weightShapes(architecture).map(({ name, shape }): NamedTensor => {
    const length = shape.reduce((product, dimension) => product * dimension, 1);
    const values = new Float32Array(length);
    if (name.endsWith('/kernel')) {
      const limit = glorotLimit(shape);
      const random = createKeyedRandom({ seed: options.seed, purpose: `initialise/${name}` });
      for (let index = 0; index < length; index++) values[index] = (2 * random.nextUniform() - 1) * limit;
    }
    return { name, shape, values };
  });
}

/** `sqrt(6 / (fanIn + fanOut))`; the receptive field of a convolution counts in both fans. */
function glorotLimit(shape: readonly number[]): number {
  const [inputs, outputs] = shape.slice(-2);
  const receptiveField = shape.slice(0, -2).reduce((product, dimension) => product * dimension, 1);
  return Math.sqrt(6 / (receptiveField * (inputs + outputs)));
}
