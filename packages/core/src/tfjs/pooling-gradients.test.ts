import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Padding } from '../architecture/architecture.js';
import { pooling } from '../classification/plain-layers.js';
import { createKeyedRandom } from '../random/keyed-random.js';
import { averagePoolGradient, maxPoolGradient } from './pooling-gradients.js';
import { registerWasmTrainingKernels } from './register-wasm-training-kernels.js';
import { countMemory } from './testing/count-memory.js';

beforeAll(() => registerWasmTrainingKernels());

interface Case {
  readonly height: number;
  readonly width: number;
  readonly poolSize: number;
  readonly stride: number;
  readonly padding: Padding;
}

const CHANNELS = 2;

describe.each(['cpu', 'wasm'])('on %s', (backend) => {
  beforeAll(() => tf.setBackend(backend));

  test.each<Case>([
    { height: 4, width: 6, poolSize: 2, stride: 2, padding: 'valid' },
    { height: 7, width: 11, poolSize: 3, stride: 3, padding: 'valid' },
    { height: 5, width: 5, poolSize: 2, stride: 2, padding: 'same' },
    { height: 7, width: 6, poolSize: 3, stride: 2, padding: 'valid' },
    { height: 7, width: 6, poolSize: 3, stride: 2, padding: 'same' },
    { height: 6, width: 5, poolSize: 3, stride: 1, padding: 'same' },
    { height: 8, width: 7, poolSize: 2, stride: 3, padding: 'valid' },
    { height: 8, width: 7, poolSize: 2, stride: 3, padding: 'same' },
    { height: 4, width: 3, poolSize: 1, stride: 2, padding: 'valid' },
  ])('each gradient is that of numeric differences in float64: %j', (shape) => {
    const { height, width, stride, padding } = shape;
    const inputShape = [height, width, CHANNELS];
    const random = createKeyedRandom({ seed: 1, purpose: 'test' });
    const values = Float32Array.from({ length: height * width * CHANNELS }, () => random.nextUniform());
    const input = tf.tensor4d(values, [1, height, width, CHANNELS]);
    const layers = [
      { ...shape, kind: 'averagePooling2d', name: 'mean' },
      { ...shape, kind: 'maxPooling2d', name: 'largest' },
    ] as const;
    for (const layer of layers) {
      const pool = layer.kind === 'maxPooling2d' ? tf.maxPool : tf.avgPool;
      const output = pool(input, shape.poolSize, stride, padding);
      const outputShape = output.shape.slice(1);
      const weights = Float32Array.from({ length: output.size }, () => random.nextUniform());
      const dy = tf.tensor4d(weights, output.shape);

      const before = countMemory();
      const gradient = tf.tidy(() =>
        layer.kind === 'maxPooling2d'
          ? maxPoolGradient(layer, dy, input, output)
          : averagePoolGradient(layer, dy, input.shape),
      );
      const after = countMemory();
      expect([after.numTensors - before.numTensors, after.dataIds - before.dataIds]).toEqual([1, 1]);
      expect(gradient.shape).toEqual(input.shape);

      const weightedSum = (at: number, change: number) => {
        const moved = Float64Array.from(values, (value, index) => (index === at ? value + change : value));
        return pooling(moved, inputShape, layer, outputShape).reduce(
          (sum, value, index) => sum + value * weights[index],
          0,
        );
      };
      const received = gradient.dataSync();
      for (const [at, value] of received.entries()) {
        const numeric = (weightedSum(at, 1e-6) - weightedSum(at, -1e-6)) / 2e-6;
        expect(value, `${layer.name}[${at}]`).toBeCloseTo(numeric, 5);
      }
      tf.dispose([output, dy, gradient]);
    }
    input.dispose();
  });
});
