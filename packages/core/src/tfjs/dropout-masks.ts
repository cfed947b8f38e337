import * as tf from '@tensorflow/tfjs-core';
import type { LayerShape } from '../architecture/layer-shapes.js';
import { dropoutMask } from '../training/dropout-mask.js';
import type { DropoutMasks } from './network.js';

/**
 * The masks of all dropout layers for one step.
 *
 * @param key.indices positions of the images in the training set
 * @returns float32 `[batch, …]` by the name of the layer; to be disposed by the caller
 */
export function dropoutMasks(
  layers: readonly LayerShape[],
  { seed, epoch, indices }: { seed: number; epoch: number; indices: Uint32Array },
): DropoutMasks {
  const masks = new Map<string, tf.Tensor>();
  for (const { layer, outputShape } of layers) {
    if (layer.kind !== 'dropout' || layer.rate === 0) continue;
    const size = tf.util.sizeFromShape([...outputShape]);
    const values = new Float32Array(indices.length * size);
    for (let position = 0; position < indices.length; position++) {
      const key = { seed, epoch, index: indices[position], layer: layer.name };
      dropoutMask(key, layer.rate, values.subarray(position * size, (position + 1) * size));
    }
    masks.set(layer.name, tf.tensor(values, [indices.length, ...outputShape]));
  }
  return masks;
}
