import { InvalidArgumentError } from '@lenet/core';
import type { EngineBuild } from '../engine-options.js';
import type { ModuleName } from './choose-module.js';
import { decodeModule } from './decode-module.js';

/** A build and its compiled module. */
export interface CompiledModule {
  readonly name: ModuleName;
  readonly build: EngineBuild;
  readonly module: WebAssembly.Module;
}

const compiled = new Map<string, Promise<CompiledModule>>();

/**
 * Compiles a build, once in the life of the program; `strict` in place of `relaxed` where the host does not
 * know relaxed SIMD, as Node 20.
 *
 * @throws {InvalidArgumentError} when there is no such build
 */
export function compileModule(name: ModuleName, build: EngineBuild): Promise<CompiledModule> {
  const key = `${name} ${build}`;
  let promise = compiled.get(key);
  if (!promise) {
    promise = compile(name, build);
    compiled.set(key, promise);
    // A module that could not be loaded may be another time.
    promise.catch(() => compiled.delete(key));
  }
  return promise;
}

async function compile(name: ModuleName, build: EngineBuild): Promise<CompiledModule> {
  const bytes = decodeModule(await readModule(name, build));
  if (build === 'relaxed' && !WebAssembly.validate(bytes)) return compileModule(name, 'strict');
  return { name, build, module: await WebAssembly.compile(bytes) };
}

/** Each is a module of its own, so that a program loads the one that it uses. */
async function readModule(name: ModuleName, build: EngineBuild): Promise<string> {
  if (build !== 'strict' && build !== 'relaxed') {
    throw new InvalidArgumentError({
      argument: 'build',
      received: build,
      message: `Argument "build": expected "strict" or "relaxed", got ${JSON.stringify(build)}.`,
    });
  }
  if (name === 'lenet') {
    return build === 'strict'
      ? (await import('../generated/lenet-strict.js')).module
      : (await import('../generated/lenet-relaxed.js')).module;
  }
  return build === 'strict'
    ? (await import('../generated/generic-strict.js')).module
    : (await import('../generated/generic-relaxed.js')).module;
}
