import { InvalidArgumentError } from '../errors/invalid-argument-error.js';
import type { Architecture } from './architecture.js';
import { beginnerCnn } from './beginner-cnn.js';
import { classicLenet5 } from './classic-lenet-5.js';
import { denseBaseline } from './dense-baseline.js';
import { lenetReport } from './lenet-report.js';

/** The networks that this project names; the first is the default. */
export const architectures: readonly Architecture[] = [
  lenetReport,
  classicLenet5,
  beginnerCnn,
  denseBaseline,
];

/**
 * The network of a name.
 *
 * @throws {InvalidArgumentError} when there is none, with the names that there are
 * @example
 * import { findArchitecture } from '@lenet/core';
 *
 * console.log(findArchitecture('classic-lenet-5').inputShape); // [32, 32, 1]
 */
export function findArchitecture(name: string): Architecture {
  const found = architectures.find((architecture) => architecture.name === name);
  if (found) return found;
  throw new InvalidArgumentError({
    argument: 'name',
    received: name,
    message: `Architecture: expected one of ${architectures.map((known) => known.name).join(', ')}, got "${name}".`,
  });
}
