import { generateDigits } from '@lenet/core/synthetic';
import type { InkPicture } from '@lenet/recognizer';

/** Generated digits of 28x28 and what they show. */
export function smallDigits(count: number): { picture: InkPicture; label: number }[] {
  const { pixels, labels, width, height } = generateDigits({ count, seed: 11 });
  return Array.from(labels, (label, index) => ({
    picture: { pixels: pixels.slice(index * 784, (index + 1) * 784), width, height },
    label,
  }));
}
