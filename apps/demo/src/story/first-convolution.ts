import type { OpenedNetwork } from '../explaining/messages';
import { tensorsOf } from '../network/unit-arithmetic';
import { convolve } from './convolve';

/** One filter of the first convolution, at work on the drawing. */
export interface FirstConvolution {
  /** float32 `[map, map]`: before the activation function. */
  readonly sums: Float32Array;
  readonly side: number;
  readonly map: number;
  readonly filters: number;
}

/** Of the network that the story is about: six filters of 5x5 on 28x28. */
const sizes = { side: 5, map: 24, filters: 6 };

/** @param image float32 `[28, 28]`, 0 to 1 */
export function firstConvolution(
  network: OpenedNetwork | undefined,
  image: Float32Array,
  filter: number,
): FirstConvolution {
  const { side, map, filters } = sizes;
  if (!network) return { ...sizes, sums: new Float32Array(map * map) };
  const [kernel, bias] = tensorsOf(network.architecture, network.weights, 0);
  const sums = convolve(image, 28, { kernelSize: side, filters }, { kernel, bias }, filter);
  return { ...sizes, sums };
}
