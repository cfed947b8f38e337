import type { Architecture, Classifier, Weights } from '@lenet/core';
import { createTfjsClassifier } from '@lenet/core/tfjs';
import { env, setBackend } from '@tensorflow/tfjs-core';

/**
 * Loads a TensorFlow.js backend and puts a network on it.
 *
 * @param wasmUrl address of the folder with the WebAssembly binaries, with a final slash
 * @throws {Error} where the backend cannot run
 */
export async function openTfjs(
  name: 'wasm' | 'cpu',
  architecture: Architecture,
  weights: Weights,
  wasmUrl: string,
): Promise<Classifier> {
  if (name === 'wasm') {
    const { setWasmPaths } = await import('@tensorflow/tfjs-backend-wasm');
    // Its threads come from the text of a minified function, which breaks; one image needs no threads.
    env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
    setWasmPaths(wasmUrl);
  } else {
    await import('@tensorflow/tfjs-backend-cpu');
  }
  if (!(await setBackend(name))) throw new Error(`TensorFlow.js could not start its ${name} backend`);
  return createTfjsClassifier(architecture, weights);
}
