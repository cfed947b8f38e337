import type { Augmentation } from '../images/augmentation.js';
import type { Checkpoint } from './checkpoint.js';

/** What is left of each limit of the augmentation in gentle epochs. */
const GENTLE_SHARE = 0.4;

/**
 * How the images of an epoch are changed: less at the end of the run, so that the network settles on images as they are.
 *
 * Source: He, Xie, Chen, Zhang, Wang, Tian, "Data Augmentation Revisited: Rethinking the Distribution Gap between Clean
 * and Augmented Data", 2019.
 *
 * @param epoch counted from 1
 * @param span epochs of the learning-rate schedule, at whose end the gentle ones are
 * @returns `augmentation` itself outside the gentle epochs
 */
export function augmentationOfEpoch(
  { augmentation, gentleEpochs }: { augmentation?: Augmentation; gentleEpochs: number },
  epoch: number,
  span: Checkpoint['scheduleEpochs'],
): Augmentation | undefined {
  if (!augmentation || epoch <= span.to - gentleEpochs) return augmentation;
  return Object.fromEntries(
    Object.entries(augmentation).map(([limit, value]) => [limit, GENTLE_SHARE * (value ?? 0)]),
  );
}
