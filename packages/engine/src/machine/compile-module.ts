import { InvalidArgumentError } from '@lenet/core';
import type { EngineBuild } from '../engine-options.js';

/** A build and its compiled module. */
export interface CompiledModule {
  readonly build: EngineBuild;
  readonly module: WebAssembly.Module;
}

const compiled = new Map<EngineBuild, Promise<CompiledModule>>();

/**
 * Compiles a build, once in the life of the program; `strict` in place of `relaxed` where the host does not
 * know relaxed SIMD, as Node 20.
 *
 * @throws {InvalidArgumentError} when there is no such build
 */
export function compileModule(build: EngineBuild): Promise<CompiledModule> {
  let promise = compiled.get(build);
  if (!promise) {
    promise = compile(build);
    compiled.set(build, promise);
  }
  return promise;
}

/**
 * The build that computes on this host when `build` is asked for: `strict` in place of `relaxed` where the
 * host does not know relaxed SIMD.
 *
 * @throws {InvalidArgumentError} when there is no such build
 * @example
 * import { supportedBuild } from '@lenet/engine';
 *
 * console.log(await supportedBuild('relaxed')); // strict on Node 20, relaxed on Node 22
 */
export async function supportedBuild(build: EngineBuild): Promise<EngineBuild> {
  return (await compileModule(build)).build;
}

async function compile(build: EngineBuild): Promise<CompiledModule> {
  const bytes = decodeBase64(await readModule(build));
  if (build === 'relaxed' && !WebAssembly.validate(bytes)) return compileModule('strict');
  return { build, module: await WebAssembly.compile(bytes) };
}

async function readModule(build: EngineBuild): Promise<string> {
  if (build === 'strict') return (await import('../generated/strict-module.js')).strictModule;
  if (build === 'relaxed') return (await import('../generated/relaxed-module.js')).relaxedModule;
  throw new InvalidArgumentError({
    argument: 'build',
    received: build,
    message: `Argument "build": expected "strict" or "relaxed", got ${JSON.stringify(build)}.`,
  });
}

function decodeBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
}
