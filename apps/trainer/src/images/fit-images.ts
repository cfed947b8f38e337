import type { Architecture, ClassifierImages } from '@lenet/core';
import { padImages } from '@lenet/core/images';

/** Rows and columns of background that LeNet-5 has around MNIST's 28x28, on each side. */
const BORDER = 2;

/**
 * Images of the size that the network takes: those that are smaller by LeNet-5's border get it, all others
 * are left as they are, for the network to refuse.
 */
export function fitImages<Images extends ClassifierImages>(
  architecture: Architecture,
  images: Images,
): Images {
  const [height, width] = architecture.inputShape;
  if (images.height + 2 * BORDER !== height || images.width + 2 * BORDER !== width) return images;
  const unlabelled = { labels: new Uint8Array(images.count), classCount: 10 };
  return { ...images, pixels: padImages({ ...unlabelled, ...images }, height, width).pixels, height, width };
}
