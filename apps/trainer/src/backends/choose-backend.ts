import type { Architecture, Learner, LearnerOptions } from '@lenet/core';
import type { BackendChoice } from './backend-choices.js';

/** Something that trains, ready to use. */
export interface Backend {
  readonly name: Exclude<BackendChoice, 'auto'>;
  /** For people, e.g. `TensorFlow.js wasm 4.22.0`. */
  readonly description: string;
  /** Why this one. */
  readonly reason: string;
  createLearner(architecture: Architecture, options: LearnerOptions): Promise<Learner>;
}

/**
 * Loads the backend that was asked for; `auto` takes the fastest that loads here.
 *
 * @throws {BackendUnavailableError} when a named one cannot be loaded
 */
export async function chooseBackend(choice: BackendChoice): Promise<Backend> {
  const { loadTfjsBackend } = await import('./tfjs-backend.js');
  if (choice !== 'auto') return { ...(await loadTfjsBackend(choice)), reason: 'as asked for' };
  try {
    return { ...(await loadTfjsBackend('wasm')), reason: 'chosen by auto: the fastest that works here' };
  } catch (error) {
    const reason = `chosen by auto: ${(error as Error).message}`;
    return { ...(await loadTfjsBackend('cpu')), reason };
  }
}
