import { type Classifier, createPlainClassifier, LenetError } from '@lenet/core';
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
 * @throws {InvalidArgumentError} as `createOnEngine` does
 */
export async function openReader(
  { architecture, weights, manifest = {} }: RecognizerModel,
  createOnEngine: () => Promise<Classifier>,
): Promise<Reader> {
  try {
    return { backend: 'engine', classifier: await createOnEngine(), manifest };
  } catch (error) {
    if (LenetError.isInstance(error) && error.name === 'InvalidArgumentError') throw error;
    return { backend: 'plain', classifier: createPlainClassifier(architecture, weights), manifest };
  }
}
