import { createKeyedRandom } from '../random/keyed-random.js';

/** What a mask is drawn for: of one image in one epoch, by one layer. */
export interface DropoutKey {
  /** uint32: the learner's. */
  readonly seed: number;
  /** uint32, counted from 1. */
  readonly epoch: number;
  /** uint32: position of the image in the training set. */
  readonly index: number;
  /** Name of the dropout layer. */
  readonly layer: string;
}

/** Values of a draw: half of a random word. */
const DRAWS = 0x10000;

/**
 * What a dropout layer multiplies its input by in training: 0, or `1 / (1 - rate)` so that the mean stays.
 *
 * Each value takes 16 bits of the key's random words, the lower half of a word before the upper one, and
 * is 0 where they are below `rate * 65536`, rounded. So a mask depends on its key only: neither on the
 * batch, nor on threads, nor on whether a run was resumed.
 *
 * Source: Srivastava, Hinton, Krizhevsky, Sutskever, Salakhutdinov, "Dropout: A Simple Way to Prevent
 * Neural Networks from Overfitting", 2014, section 10 (scaled in training rather than afterwards).
 *
 * @param rate share of zeros, from 0 to below 1
 * @param out one value of the layer's input each, in its order; overwritten
 * @returns `out`
 * @example
 * import { dropoutMask } from '@lenet/core/training';
 *
 * const mask = dropoutMask({ seed: 1, epoch: 1, index: 0, layer: 'dropout' }, 0.5, new Float32Array(6));
 * console.log(mask); // zeros and twos
 */
export function dropoutMask(key: DropoutKey, rate: number, out: Float32Array): Float32Array {
  const { seed, epoch, index, layer } = key;
  const random = createKeyedRandom({ seed, purpose: `dropout/${layer}`, epoch, item: index });
  const limit = Math.round(rate * DRAWS);
  const kept = 1 / (1 - rate);
  for (let position = 0; position < out.length; position += 2) {
    const word = random.nextUint32();
    out[position] = (word & 0xffff) < limit ? 0 : kept;
    // Past the end of an odd length nothing is written.
    out[position + 1] = word >>> 16 < limit ? 0 : kept;
  }
  return out;
}
