import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { createKeyedRandom } from '../random/keyed-random.js';
import { FIRST_MAX_POOL_GRAD } from './first-max-pool-grad.js';
import { registerWasmTrainingKernels } from './register-wasm-training-kernels.js';
import { countMemory } from './testing/count-memory.js';

beforeAll(() => registerWasmTrainingKernels());

type Case = { shape: [number, number, number, number]; poolSize: number; stride: number };

/** @param gradient by the output; its length is that of the pooled values */
async function poolGradient(backend: string, values: Float32Array, gradient: Float32Array, shape: Case) {
  await tf.setBackend(backend);
  const input = tf.tensor4d(values, shape.shape);
  const output = tf.maxPool(input, shape.poolSize, shape.stride, 'valid');
  const dy = tf.tensor4d(gradient, output.shape);
  const before = countMemory();
  const result = tf
    .engine()
    .runKernel(
      backend === 'wasm' ? FIRST_MAX_POOL_GRAD : 'MaxPoolGrad',
      { dy, input, output },
      { filterSize: shape.poolSize, strides: shape.stride, pad: 'valid' },
    ) as tf.Tensor;
  const after = countMemory();
  const received = Array.from(await result.data());
  tf.dispose([input, output, dy, result]);
  const made = [after.numTensors - before.numTensors, after.dataIds - before.dataIds];
  return { received, made };
}

test('of equal values the first one of the window gets the gradient, and nothing else is left', async () => {
  const shape: Case = { shape: [1, 2, 4, 1], poolSize: 2, stride: 2 };
  const values = Float32Array.of(5, 5, 1, 2, 5, 5, 7, 7);
  const { received, made } = await poolGradient('wasm', values, Float32Array.of(10, 20), shape);
  expect(received).toEqual([10, 0, 0, 0, 0, 0, 20, 0]);
  expect(made).toEqual([1, 1]);
});

test('where windows overlap, gradients add up', async () => {
  const shape: Case = { shape: [1, 1, 3, 1], poolSize: 1, stride: 1 };
  expect(
    (await poolGradient('wasm', Float32Array.of(1, 2, 3), Float32Array.of(4, 5, 6), shape)).received,
  ).toEqual([4, 5, 6]);
  const overlapping: Case = { shape: [1, 3, 3, 1], poolSize: 2, stride: 1 };
  const centre = Float32Array.of(0, 0, 0, 0, 9, 0, 0, 0, 0);
  expect((await poolGradient('wasm', centre, Float32Array.of(1, 2, 3, 4), overlapping)).received).toEqual([
    0, 0, 0, 0, 10, 0, 0, 0, 0,
  ]);
});

test.each<Case>([
  { shape: [3, 4, 6, 2], poolSize: 2, stride: 2 },
  { shape: [2, 7, 7, 3], poolSize: 3, stride: 2 },
  { shape: [2, 8, 5, 1], poolSize: 2, stride: 3 },
])('it is the gradient of the cpu backend, among many equal values: %j', async (shape) => {
  const random = createKeyedRandom({ seed: 1, purpose: 'test' });
  const size = shape.shape.reduce((product, dimension) => product * dimension, 1);
  const values = Float32Array.from({ length: size }, () => random.nextBelow(3));
  const pooled = tf.backend_util.computePool2DInfo(shape.shape, shape.poolSize, shape.stride, 1, 'valid');
  const gradient = Float32Array.from({ length: tf.util.sizeFromShape(pooled.outShape) }, (_, at) => at - 4);
  const expected = await poolGradient('cpu', values, gradient, shape);
  expect((await poolGradient('wasm', values, gradient, shape)).received).toEqual(expected.received);
});
