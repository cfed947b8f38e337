import { PictureError } from '../errors/picture-error.js';

/** @throws {PictureError} when it has no pixels */
export function requirePictureSize({ width, height }: { width: number; height: number }): void {
  if (Number.isInteger(width) && width > 0 && Number.isInteger(height) && height > 0) return;
  throw new PictureError({
    problem: `expected a width and height of 1 pixel or more, got ${describe(width)}x${describe(height)}`,
    remedy: 'An image that has not been loaded and a bitmap that has been closed have none.',
  });
}

/** Digits in a text are no number. */
const describe = (size: unknown) => (typeof size === 'string' ? `"${size}"` : size);
