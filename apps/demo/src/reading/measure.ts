import { type Classifier, softmax } from '@lenet/core';
import { padImage } from '@lenet/core/images';
import type { Measurement } from './messages';

/** Clocks of browsers are coarse, up to a millisecond: a group of images takes several times that. */
const LEAST_GROUP_MILLISECONDS = 5;
const GROUPS = 15;

/**
 * Times one image, warm: the median of groups, each of as many images as the clock needs.
 *
 * @param seen uint8 `[28, 28]`
 */
export async function measure(classifier: Classifier, seen: Uint8Array): Promise<Measurement> {
  const [height, width] = classifier.architecture.inputShape;
  const image = padImage({ pixels: seen, height: 28, width: 28 }, height, width);
  const images = { pixels: image.pixels as Uint8Array, count: 1, height, width };
  const timeGroup = async (count: number) => {
    const start = performance.now();
    for (let index = 0; index < count; index++) await classifier.classify(images);
    return performance.now() - start;
  };
  let count = 1;
  while ((await timeGroup(count)) < LEAST_GROUP_MILLISECONDS) count *= 2;
  const times: number[] = [];
  for (let group = 0; group < GROUPS; group++) times.push((await timeGroup(count)) / count);
  times.sort((a, b) => a - b);
  const logits = await classifier.classify(images);
  return {
    milliseconds: times[(GROUPS - 1) / 2],
    probabilities: Array.from(softmax(logits, logits.length)),
  };
}
