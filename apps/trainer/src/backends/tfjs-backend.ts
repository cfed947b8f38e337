import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import { createTfjsLearner } from '@lenet/core/tfjs';
import * as tf from '@tensorflow/tfjs-core';
import { BackendUnavailableError } from './backend-unavailable-error.js';
import type { Backend } from './choose-backend.js';

/**
 * Makes a TensorFlow.js backend the current one.
 *
 * @throws {BackendUnavailableError} when it cannot be loaded
 */
export async function loadTfjsBackend(
  name: Exclude<Backend['name'], 'engine'>,
): Promise<Omit<Backend, 'reason'>> {
  const registered = await registerBackend(name);
  tf.enableProdMode();
  if (!(await tf.setBackend(registered))) {
    throw new BackendUnavailableError({
      backend: name,
      reason: 'TensorFlow.js could not start it',
      remedy: 'Use --backend auto.',
    });
  }
  await tf.ready();
  return {
    name,
    description: `TensorFlow.js ${name} ${tf.version_core}`,
    async createLearner(architecture, options) {
      if (name !== 'node') return createTfjsLearner(architecture, options);
      const { createNativeLearner } = await import('../native-learner/native-learner.js');
      return createNativeLearner(architecture, options);
    },
  };
}

/** @returns the name under which TensorFlow.js knows the backend */
async function registerBackend(name: Backend['name']): Promise<string> {
  if (name === 'node') {
    const { loadNativeTensorflow } = await import('./load-tfjs-node.js');
    await loadNativeTensorflow();
    return 'tensorflow';
  }
  if (name === 'cpu') {
    await import('@tensorflow/tfjs-backend-cpu');
    return 'cpu';
  }
  const { setWasmPaths } = await import('@tensorflow/tfjs-backend-wasm');
  // Without a path the package looks beside its bundle, which is right only by chance.
  const manifest = createRequire(import.meta.url).resolve('@tensorflow/tfjs-backend-wasm/package.json');
  setWasmPaths(join(dirname(manifest), 'dist') + sep);
  return 'wasm';
}
