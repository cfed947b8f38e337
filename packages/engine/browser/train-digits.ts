import type { Learner } from '@lenet/core';
import { generateDigits } from '@lenet/core/synthetic';
import { type TrainingEvent, train } from '@lenet/core/training';

/** Trains on digits made up on the spot; a page of your own would load its images here. */
export function trainDigits(
  learner: Learner,
  { imageCount, epochs, signal }: { imageCount: number; epochs: number; signal?: AbortSignal },
): AsyncIterable<TrainingEvent> {
  return train(learner, {
    training: generateDigits({ seed: 1, count: imageCount }),
    augmentation: { rotationDegrees: 6, shiftPixels: 1, warpPixels: 1 },
    epochs,
    ...(signal && { signal }),
  });
}
