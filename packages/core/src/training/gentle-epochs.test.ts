import { expect, test } from 'vitest';
import type { Augmentation } from '../images/augmentation.js';
import { augmentationOfEpoch } from './gentle-epochs.js';

test('a limit that is named without a value is no change in gentle epochs, either', () => {
  // As a program in JavaScript may give it, and as requireAugmentation lets it pass.
  const augmentation = { scale: 0.5, shear: undefined } as unknown as Augmentation;
  const gentle = augmentationOfEpoch({ augmentation, gentleEpochs: 1 }, 3, { from: 0, to: 3 });
  expect(gentle).toEqual({ scale: 0.2, shear: 0 });
});
