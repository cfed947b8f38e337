import { expect, test } from 'vitest';
import { InvalidArgumentError } from '../errors/invalid-argument-error.js';
import type { Augmentation } from './augmentation.js';
import { requireAugmentation } from './require-augmentation.js';

test('takes no field, every field at its limits, and undefined', () => {
  requireAugmentation({});
  requireAugmentation({ rotationDegrees: 180, scale: 0.9, shear: 2, shiftPixels: 256 });
  requireAugmentation({ warpPixels: 16, strokeWidthPixels: 4, shear: 0 });
  requireAugmentation({ scale: undefined } as unknown as Augmentation);
});

test.each([
  ['rotationDegrees', 181, 180],
  ['scale', 1, 0.9],
  ['shear', -0.1, 2],
  ['shiftPixels', Number.POSITIVE_INFINITY, 256],
  ['warpPixels', Number.NaN, 16],
  ['strokeWidthPixels', 4.5, 4],
])('refuses %s of %d', (field, value, most) => {
  expect(() => requireAugmentation({ [field]: value })).toThrow(
    new InvalidArgumentError({
      argument: `augmentation.${field}`,
      received: value,
      message: `Augmentation: expected "${field}" to be a number from 0 to ${most}, got ${value}.`,
    }),
  );
});

test.each(['rotation', 'constructor'])('refuses the unknown field %s', (field) => {
  expect(() => requireAugmentation({ [field]: 1 } as Augmentation)).toThrow(
    `Augmentation: unknown field "${field}". The fields are rotationDegrees, scale, shear, shiftPixels, warpPixels, strokeWidthPixels.`,
  );
});
