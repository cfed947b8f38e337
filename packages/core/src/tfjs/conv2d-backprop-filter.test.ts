import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { createKeyedRandom } from '../random/keyed-random.js';
import { registerWasmTrainingKernels } from './register-wasm-training-kernels.js';
import { countMemory } from './testing/count-memory.js';

beforeAll(() => registerWasmTrainingKernels());

function randomValues(length: number, seed: number): Float32Array {
  const random = createKeyedRandom({ seed, purpose: 'test' });
  return Float32Array.from({ length }, () => 2 * random.nextUniform() - 1);
}

type Case = { size: number; channels: number; kernel: number; stride: number; pad: 'valid' | 'same' };

/** Gradient of `sum(conv2d(x, filter) * dy)` by the filter on a backend. */
async function filterGradient(backend: string, { size, channels, kernel, stride, pad }: Case) {
  await tf.setBackend(backend);
  const filterShape: [number, number, number, number] = [kernel, kernel, channels, 2];
  const info = tf.backend_util.computeConv2DInfo([3, size, size, channels], filterShape, stride, 1, pad);
  const x = tf.tensor4d(randomValues(3 * size * size * channels, 1), [3, size, size, channels]);
  const dy = tf.tensor4d(randomValues(3 * info.outHeight * info.outWidth * 2, 2), [
    3,
    info.outHeight,
    info.outWidth,
    2,
  ]);
  const attributes = { strides: stride, pad, dataFormat: 'NHWC', filterShape };
  const before = countMemory();
  const gradient = tf.engine().runKernel('Conv2DBackpropFilter', { x, dy }, attributes) as tf.Tensor;
  const after = countMemory();
  const values = await gradient.data();
  tf.dispose([x, dy, gradient]);
  return {
    values,
    newTensors: after.numTensors - before.numTensors,
    newDataIds: after.dataIds - before.dataIds,
  };
}

test.each<Case>([
  { size: 7, channels: 1, kernel: 3, stride: 1, pad: 'valid' },
  { size: 6, channels: 3, kernel: 5, stride: 1, pad: 'valid' },
  { size: 6, channels: 2, kernel: 3, stride: 1, pad: 'same' },
  { size: 7, channels: 2, kernel: 2, stride: 1, pad: 'same' },
  { size: 8, channels: 2, kernel: 3, stride: 2, pad: 'valid' },
  { size: 7, channels: 2, kernel: 3, stride: 2, pad: 'same' },
])('the wasm kernel gives the gradient of the cpu backend: %j', async (shape) => {
  const expected = await filterGradient('cpu', shape);
  const received = await filterGradient('wasm', shape);
  expect(received.values.length).toBe(expected.values.length);
  for (const [index, value] of received.values.entries())
    expect(value).toBeCloseTo(expected.values[index], 4);
});

test.each(['valid', 'same'] as const)(
  'the wasm kernel gives numeric differences, %s padding',
  async (pad) => {
    const { values: gradient } = await filterGradient('wasm', {
      size: 5,
      channels: 1,
      kernel: 3,
      stride: 2,
      pad,
    });
    const x = randomValues(3 * 5 * 5, 1);
    const filter = randomValues(3 * 3 * 2, 3);
    await tf.setBackend('cpu');
    /** `sum(conv2d(x, filter) * dy)`: linear in the filter, so a difference is exact but for rounding. */
    const weightedSum = (changed: Float32Array) =>
      tf.tidy(() => {
        const output = tf.conv2d(tf.tensor4d(x, [3, 5, 5, 1]), tf.tensor4d(changed, [3, 3, 1, 2]), 2, pad);
        return tf.sum(tf.mul(output, tf.tensor4d(randomValues(output.size, 2), output.shape))).dataSync()[0];
      });
    for (const [index, value] of gradient.entries()) {
      const moved = (change: number) => filter.map((weight, at) => (at === index ? weight + change : weight));
      expect(value).toBeCloseTo((weightedSum(moved(1)) - weightedSum(moved(-1))) / 2, 4);
    }
  },
);

test('registering again changes nothing', () => {
  const kernel = tf.getKernel('Conv2DBackpropFilter', 'wasm');
  registerWasmTrainingKernels();
  expect(tf.getKernel('Conv2DBackpropFilter', 'wasm')).toBe(kernel);
});

test('the wasm kernel leaves its result and nothing else', async () => {
  const shape: Case = { size: 7, channels: 2, kernel: 3, stride: 1, pad: 'same' };
  const { newTensors, newDataIds } = await filterGradient('wasm', shape);
  expect({ newTensors, newDataIds }).toEqual({ newTensors: 1, newDataIds: 1 });
});
