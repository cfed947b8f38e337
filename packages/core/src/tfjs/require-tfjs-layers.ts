import * as tf from '@tensorflow/tfjs-core';
import * as tfl from '@tensorflow/tfjs-layers';
import { duplicate, requireTfjs, requireVersion } from './require-tfjs.js';

/**
 * `requireTfjs`, and the same for `@tensorflow/tfjs-layers`.
 *
 * @throws {TfjsInstallationError} when a version is not supported, or one of them works with another copy
 *   of `@tensorflow/tfjs-core`
 */
export function requireTfjsLayers(): void {
  requireTfjs();
  requireVersion('@tensorflow/tfjs-layers', tfl.version_layers);
  if (tfl.LayersModel.prototype instanceof tf.serialization.Serializable) return;
  throw duplicate('@tensorflow/tfjs-layers');
}
