import * as tf from '@tensorflow/tfjs-core';

/**
 * What the current backend holds. `dataIds` counts what kernels allocate for themselves as well, which
 * `tf.memory()` does not see.
 */
export function countMemory() {
  const { numTensors, numDataBuffers } = tf.memory();
  return { numTensors, numDataBuffers, dataIds: tf.backend().numDataIds() };
}
