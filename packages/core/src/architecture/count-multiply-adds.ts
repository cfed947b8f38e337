import type { Architecture } from './architecture.js';
import { layerShapes } from './layer-shapes.js';

/**
 * Multiplications, each with its addition, of one forward pass of one image: products of a weight and a
 * value, in convolutions and dense layers. A convolution with same padding counts its products with the
 * zeros of the border too. Biases, activations and pooling are not counted; a training step takes about
 * three times as many for each image of its batch.
 *
 * @throws {InvalidArgumentError} naming the layer that `layerShapes` refuses
 * @example
 * import { countMultiplyAdds, lenetReport } from '@lenet/core';
 *
 * console.log(countMultiplyAdds(lenetReport)); // 281640
 */
export function countMultiplyAdds(architecture: Architecture): number {
  let sum = 0;
  for (const { layer, outputShape, parameterCount } of layerShapes(architecture)) {
    const biases = outputShape[outputShape.length - 1];
    const positions = layer.kind === 'conv2d' ? outputShape[0] * outputShape[1] : 1;
    if (parameterCount > 0) sum += positions * (parameterCount - biases);
  }
  return sum;
}
