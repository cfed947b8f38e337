import { InvalidArgumentError } from '../errors/invalid-argument-error.js';
import type { Augmentation } from './augmentation.js';

/**
 * Checks an augmentation that came from outside, from a file say, before anything is computed with it.
 *
 * @throws {InvalidArgumentError} when a limit is not a number in its range, or a field is unknown: a
 *   misspelt one would change nothing, unnoticed
 * @example
 * import { requireAugmentation } from '@lenet/core/images';
 *
 * requireAugmentation({ rotationDegrees: 6, shiftPixels: 1 }); // nothing to complain about
 */
export function requireAugmentation(augmentation: Augmentation): void {
  const largest = {
    rotationDegrees: 180,
    scale: 0.9,
    shear: 2,
    shiftPixels: 256,
    warpPixels: 16,
    strokeWidthPixels: 4,
  };
  for (const [field, value] of Object.entries(augmentation)) {
    const most = Object.hasOwn(largest, field) ? largest[field as keyof Augmentation] : undefined;
    if (
      value === undefined ||
      (most !== undefined && typeof value === 'number' && value >= 0 && value <= most)
    )
      continue;
    throw new InvalidArgumentError({
      argument: `augmentation.${field}`,
      received: value,
      message:
        most === undefined
          ? `Augmentation: unknown field "${field}". The fields are ${Object.keys(largest).join(', ')}.`
          : `Augmentation: expected "${field}" to be a number from 0 to ${most}, got ${value}.`,
    });
  }
}
