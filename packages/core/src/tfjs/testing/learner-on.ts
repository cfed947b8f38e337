import * as tf from '@tensorflow/tfjs-core';
import type { Architecture } from '../../architecture/architecture.js';
import type { Learner } from '../../training/learner.js';
import { createTfjsLearner } from '../tfjs-learner.js';

/** A learner on a backend that the test has imported. */
export async function learnerOn(backend: string, architecture: Architecture, seed = 1): Promise<Learner> {
  await tf.setBackend(backend);
  return createTfjsLearner(architecture, { seed });
}

/** `start`, `start + 1` and so on. */
export const range = (length: number, start = 0) => Uint32Array.from({ length }, (_, index) => start + index);
