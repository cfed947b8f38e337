import { createRequire } from 'node:module';
import type { Architecture } from '@lenet/core';
import type { EngineOptions } from '@lenet/engine';
import { BackendUnavailableError } from './backend-unavailable-error.js';
import type { Backend } from './choose-backend.js';

/**
 * The engine, for a network that it computes.
 *
 * @throws {BackendUnavailableError} when it does not compute the network, or the host lacks the build, or memory
 *   that threads can share
 */
export async function loadEngineBackend(
  architecture: Architecture,
  options: EngineOptions,
): Promise<Omit<Backend, 'reason'>> {
  const { createLearner, explainUnsupported, supportedBuild } = await import('@lenet/engine');
  const reason = explainUnsupported(architecture);
  if (reason !== undefined) throw unavailable(`it ${reason}`);
  const { build: wanted = 'strict' } = options;
  const build = await supportedBuild(wanted).catch((error: Error) => {
    throw unavailable(`this Node does not load it: ${error.message.replace(/\.$/, '')}`, error);
  });
  if (build !== wanted) {
    throw unavailable(
      `this Node (${process.versions.node}) has no ${wanted} SIMD`,
      undefined,
      'Use Node 22 or later, or for a new run --engine-build strict.',
    );
  }
  const { version } = createRequire(import.meta.url)('@lenet/engine/package.json');
  return {
    name: 'engine',
    description: `Lenet engine ${version}, ${build} build`,
    build,
    createLearner: (network, learnerOptions) => createLearner(network, { ...learnerOptions, ...options }),
  };
}

function unavailable(
  reason: string,
  cause?: unknown,
  remedy = 'Use --backend auto.',
): BackendUnavailableError {
  return new BackendUnavailableError({ backend: 'engine', reason, remedy, cause });
}
