import type { Architecture, Learner, LearnerOptions } from '@lenet/core';
import type { EngineBuild, EngineOptions } from '@lenet/engine';
import type { BackendChoice } from './backend-choices.js';
import { BackendUnavailableError } from './backend-unavailable-error.js';

/** Something that trains, ready to use. */
export interface Backend {
  readonly name: Exclude<BackendChoice, 'auto'>;
  /** For people, e.g. `TensorFlow.js wasm 4.22.0`. */
  readonly description: string;
  /** Of the engine: the build that computes. */
  readonly build?: EngineBuild;
  /** Why this one. */
  readonly reason: string;
  createLearner(architecture: Architecture, options: LearnerOptions): Promise<Learner>;
}

/**
 * Loads the backend that was asked for; `auto` takes the fastest that loads here and computes the network, and
 * the engine where options are the engine's.
 *
 * @throws {BackendUnavailableError} when a named one cannot be loaded, or is not the engine that options are for
 */
export async function chooseBackend(
  choice: BackendChoice,
  architecture: Architecture,
  engineOptions: EngineOptions,
): Promise<Backend> {
  const isForEngine = Object.keys(engineOptions).length > 0;
  if (choice !== 'auto' || isForEngine) {
    const name = choice === 'auto' ? 'engine' : choice;
    if (isForEngine && name !== 'engine') {
      throw new BackendUnavailableError({
        backend: name,
        reason: '--engine-build and --threads are options of the engine',
        remedy: 'Use --backend engine, or leave them out.',
      });
    }
    return { ...(await loadBackend(name, architecture, engineOptions)), reason: 'as asked for' };
  }
  const passedOver: string[] = [];
  for (const name of ['engine', 'wasm'] as const) {
    try {
      const backend = await loadBackend(name, architecture, engineOptions);
      const why = ['the fastest that works here', ...passedOver].join('; ');
      return { ...backend, reason: `chosen by auto: ${why}` };
    } catch (error) {
      if (!(error instanceof BackendUnavailableError)) throw error;
      passedOver.push(`not ${name}, ${error.reason}`);
    }
  }
  return {
    ...(await loadBackend('cpu', architecture, engineOptions)),
    reason: `chosen by auto: ${passedOver.join('; ')}`,
  };
}

async function loadBackend(
  name: Backend['name'],
  architecture: Architecture,
  engineOptions: EngineOptions,
): Promise<Omit<Backend, 'reason'>> {
  if (name === 'engine') {
    const { loadEngineBackend } = await import('./engine-backend.js');
    return loadEngineBackend(architecture, engineOptions);
  }
  const { loadTfjsBackend } = await import('./tfjs-backend.js');
  return loadTfjsBackend(name);
}
