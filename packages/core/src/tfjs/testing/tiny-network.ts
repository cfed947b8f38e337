import type { Architecture } from '../../architecture/architecture.js';
import { createLabelledImages, type LabelledImages } from '../../data/labelled-images.js';
import { createKeyedRandom } from '../../random/keyed-random.js';

/** Every kind of layer, small enough for numeric differences. */
export const tinyNetwork: Architecture = {
  name: 'tiny',
  inputShape: [6, 6, 1],
  layers: [
    {
      kind: 'conv2d',
      name: 'conv2d',
      filters: 2,
      kernelSize: 3,
      stride: 1,
      padding: 'same',
      activation: 'relu',
    },
    { kind: 'maxPooling2d', name: 'pool', poolSize: 2, stride: 2 }, // [3, 3, 2]
    {
      kind: 'conv2d',
      name: 'conv2d_1',
      filters: 3,
      kernelSize: 2,
      stride: 1,
      padding: 'valid',
      activation: 'relu',
    }, // [2, 2, 3]
    { kind: 'flatten', name: 'flatten' }, // [12]
    { kind: 'dense', name: 'dense', units: 3, activation: 'softmax' },
  ],
};

/**
 * `count` images of random grey levels with labels 0, 1, 2 in turn.
 *
 * @param size side of an image, in pixels. @default 6, that of the tiny network
 */
export function randomImages(count: number, size = 6, classCount = 3): LabelledImages {
  const random = createKeyedRandom({ seed: 1, purpose: 'test images' });
  return createLabelledImages({
    pixels: Uint8Array.from({ length: count * size * size }, () => random.nextBelow(256)),
    labels: Uint8Array.from({ length: count }, (_, index) => index % 3),
    height: size,
    width: size,
    classCount,
  });
}
