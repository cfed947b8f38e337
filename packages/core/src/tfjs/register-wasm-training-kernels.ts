import * as tf from '@tensorflow/tfjs-core';
import { conv2dBackpropFilter } from './conv2d-backprop-filter.js';
import { FIRST_MAX_POOL_GRAD, firstMaxPoolGrad } from './first-max-pool-grad.js';

/**
 * Gives the wasm backend the kernels that training needs and it lacks. Calling it again changes nothing.
 *
 * - `Conv2DBackpropFilter`, under the name that tfjs gives it on other backends;
 * - `LenetFirstMaxPoolGrad`, a name of our own: the kernel `MaxPoolGrad` that is there stays as it is for
 *   other programs on the same page.
 *
 * `createTfjsLearner` calls it; only who differentiates on wasm without a learner has to.
 *
 * @example
 * import { registerWasmTrainingKernels } from '@lenet/core/tfjs';
 * import * as tf from '@tensorflow/tfjs-core';
 *
 * registerWasmTrainingKernels();
 * console.log(tf.getKernel('Conv2DBackpropFilter', 'wasm') !== undefined); // true
 */
export function registerWasmTrainingKernels(): void {
  const kernels = [
    { kernelName: 'Conv2DBackpropFilter', kernelFunc: conv2dBackpropFilter },
    { kernelName: FIRST_MAX_POOL_GRAD, kernelFunc: firstMaxPoolGrad },
  ];
  for (const kernel of kernels) {
    if (tf.getKernel(kernel.kernelName, 'wasm')) continue;
    tf.registerKernel({ ...kernel, backendName: 'wasm' });
  }
}
