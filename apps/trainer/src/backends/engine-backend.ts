import { createRequire } from 'node:module';
import type { Architecture } from '@lenet/core';
import type { EngineOptions } from '@lenet/engine';
import { BackendUnavailableError } from './backend-unavailable-error.js';
import type { Backend } from './choose-backend.js';

/**
 * The engine, for a network that it computes.
 *
 * @throws {BackendUnavailableError} when it does not compute the network, or the host has no SIMD or shared
 *   memory for WebAssembly
 */
export async function loadEngineBackend(
  architecture: Architecture,
  options: EngineOptions,
): Promise<Omit<Backend, 'reason'>> {
  const { createLearner, explainUnsupported, supportedBuild } = await import('@lenet/engine');
  if (explainUnsupported(architecture) !== undefined) {
    throw unavailable(`it computes networks of the shape of "lenet-report", and not "${architecture.name}"`);
  }
  const build = await supportedBuild(options.build ?? 'strict').catch((error: Error) => {
    throw unavailable(`this Node does not load it: ${error.message}`, error);
  });
  const { version } = createRequire(import.meta.url)('@lenet/engine/package.json');
  return {
    name: 'engine',
    description: `Lenet engine ${version}, ${build} build`,
    createLearner: (network, learnerOptions) => createLearner(network, { ...learnerOptions, ...options }),
  };
}

function unavailable(reason: string, cause?: unknown): BackendUnavailableError {
  return new BackendUnavailableError({
    backend: 'engine',
    reason,
    remedy: 'Use --backend auto.',
    cause,
  });
}
