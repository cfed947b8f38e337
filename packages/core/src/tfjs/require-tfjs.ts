import * as tf from '@tensorflow/tfjs-core';
import { TfjsInstallationError } from './tfjs-installation-error.js';

/**
 * Checks the TensorFlow.js that this package was given, and the one that its backend was made for.
 *
 * All copies of tfjs-core in a program share one engine, that of the copy which was loaded first, so a
 * second one is not noticed until two versions of it meet, or a model of one meets tensors of the other.
 *
 * @throws {TfjsInstallationError} when the version is not supported, or the engine or the current backend
 *   comes from another copy of `@tensorflow/tfjs-core`
 * @throws {Error} of TensorFlow.js, when there is no backend
 */
export function requireTfjs(): void {
  requireVersion('@tensorflow/tfjs-core', tf.version_core);
  if (!(tf.backend() instanceof tf.KernelBackend)) throw duplicate(`the backend "${tf.getBackend()}"`);
  const tensor = tf.scalar(0);
  tensor.dispose();
  if (tensor.constructor !== tf.Tensor) throw duplicate('the engine, whose copy was loaded first');
}

/**
 * @param version as the package tells it, e.g. `4.22.0`
 * @throws {TfjsInstallationError} when it is not one of `^4.22.0`
 */
export function requireVersion(packageName: string, version: string): void {
  const [major, minor] = version.split('.').map(Number);
  if (major === 4 && minor >= 22) return;
  throw new TfjsInstallationError({
    problem: 'version',
    packageName,
    received: version,
    message: `TensorFlow.js: expected ${packageName} in version 4.22.0 or a later 4, got ${version}. Install "${packageName}@^4.22.0".`,
  });
}

/** @param origin who brought the other copy */
export function duplicate(origin: string): TfjsInstallationError {
  return new TfjsInstallationError({
    problem: 'duplicate',
    packageName: '@tensorflow/tfjs-core',
    received: origin,
    message: `TensorFlow.js: expected one copy of @tensorflow/tfjs-core in the program, got another one from ${origin}. "npm ls @tensorflow/tfjs-core" shows who brings it; give all the same version.`,
  });
}
