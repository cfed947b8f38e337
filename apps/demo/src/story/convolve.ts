import type { Conv2dLayer } from '@lenet/core';

/**
 * One feature map of a convolution without padding, before its activation function.
 *
 * @param image float32 `[height, width]`, one channel
 * @param kernel float32 `[size, size, 1, filters]`
 * @returns float32 `[height - size + 1, width - size + 1]`
 */
export function convolve(
  image: Float32Array,
  width: number,
  layer: Pick<Conv2dLayer, 'kernelSize' | 'filters'>,
  { kernel, bias }: { readonly kernel: Float32Array; readonly bias: Float32Array },
  filter: number,
): Float32Array {
  const { kernelSize: size, filters } = layer;
  const outputWidth = width - size + 1;
  const outputHeight = image.length / width - size + 1;
  const map = new Float32Array(outputWidth * outputHeight).fill(bias[filter]);
  for (let index = 0; index < map.length; index++) {
    const top = Math.floor(index / outputWidth);
    const left = index % outputWidth;
    for (let place = 0; place < size * size; place++) {
      const pixel = image[(top + Math.floor(place / size)) * width + left + (place % size)];
      map[index] += pixel * kernel[place * filters + filter];
    }
  }
  return map;
}
