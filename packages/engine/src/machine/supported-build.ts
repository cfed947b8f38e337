import type { EngineBuild } from '../engine-options.js';
import { compileModule } from './compile-module.js';
import { createMemory, recycleMemory } from './engine-memory.js';

/**
 * The build that computes on this host when `build` is asked for: `strict` in place of `relaxed` where the
 * host does not know relaxed SIMD.
 *
 * @throws {InvalidArgumentError} when there is no such build
 * @throws {EngineMemoryError} when the host grants no memory
 * @throws {Error} of the host, when it has no WebAssembly, or none with SIMD and threads
 * @example
 * import { supportedBuild } from '@lenet/engine';
 *
 * console.log(await supportedBuild('relaxed')); // strict on Node 20, relaxed on Node 22
 */
export async function supportedBuild(build: EngineBuild): Promise<EngineBuild> {
  const compiled = await compileModule('lenet', build);
  recycleMemory(createMemory());
  return compiled.build;
}
