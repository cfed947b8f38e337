import { env, setBackend } from '@tensorflow/tfjs-core';
import type { Backend } from './requested-backend';

/**
 * Loads a TensorFlow.js backend and makes it the one that computes.
 *
 * @param wasmUrl address of the folder with the WebAssembly binaries, with a final slash
 * @throws {Error} where the backend cannot run
 */
export async function startBackend(name: Backend, wasmUrl: string): Promise<void> {
  if (name === 'wasm') {
    const { setWasmPaths } = await import('@tensorflow/tfjs-backend-wasm');
    // Its threads come from the text of a minified function, which breaks; one image needs no threads.
    env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
    setWasmPaths(wasmUrl);
  } else {
    await import('@tensorflow/tfjs-backend-cpu');
  }
  if (!(await setBackend(name))) throw new Error(`TensorFlow.js could not start its ${name} backend`);
}
