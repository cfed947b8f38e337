import { type Classifier, createPlainClassifier, LenetError, weightShapes } from '@lenet/core';
import { requireNamedTensors } from '@lenet/core/training';
import type { Recognizer, RecognizerModel } from '../recognizer.js';

/** A network that is ready to read. */
export interface Reader {
  readonly backend: Recognizer['backend'];
  readonly classifier: Classifier;
  readonly manifest: NonNullable<RecognizerModel['manifest']>;
}

/**
 * A reader on the engine; in plain TypeScript where the host has no WebAssembly with SIMD, a page's security policy
 * forbids it, or there are no addresses for the engine's memory: telephones have few.
 *
 * @param giveModel for plain TypeScript
 * @throws {InvalidArgumentError} as `createOnEngine` does
 */
export async function openReader(
  manifest: RecognizerModel['manifest'],
  createOnEngine: () => Promise<Classifier>,
  giveModel: () => RecognizerModel,
): Promise<Reader> {
  try {
    return { backend: 'engine', classifier: await createOnEngine(), manifest: manifest ?? {} };
  } catch (error) {
    if (LenetError.isInstance(error) && error.name === 'InvalidArgumentError') throw error;
    return openPlainReader(giveModel());
  }
}

/**
 * A reader in plain TypeScript.
 *
 * @throws {InvalidArgumentError} when the weights are not the network's own
 */
export function openPlainReader({ architecture, weights, manifest = {} }: RecognizerModel): Reader {
  // It takes them in the order of the layers only.
  const ordered = requireNamedTensors(weights, weightShapes(architecture));
  return { backend: 'plain', classifier: createPlainClassifier(architecture, ordered), manifest };
}
