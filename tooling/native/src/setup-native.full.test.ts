// Makes tfjs-node for real (a download of 274 MB and a compiler run, unless the cache has it) and trains
// with it through the trainer's own loader.
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, test } from 'vitest';
import { runProgram } from './run-program.ts';
import { runLenetSteps } from './testing/lenet-step.ts';

type NativeTensorflow = typeof import('@tensorflow/tfjs-node');

const require = createRequire(import.meta.url);
const setup = () =>
  runProgram(process.execPath, [fileURLToPath(new URL('./main.ts', import.meta.url))], {
    timeoutMs: 900_000,
  });

let tf: NativeTensorflow;

beforeAll(async () => {
  const { code, stderr } = await setup();
  expect(stderr).toMatch(/done, .*: @tensorflow\/tfjs-node 4\.22\.0 with TensorFlow \d+\.\d+\.\d+\.\n$/);
  expect(code).toBe(0);
  const trainer = dirname(require.resolve('@lenet/trainer/package.json'));
  const { loadNativeTensorflow } = await import(join(trainer, 'dist/backends/load-tfjs-node.js'));
  tf = await loadNativeTensorflow();
}, 960_000);

/** Largest absolute difference of two lists of the same length. */
function difference(actual: Float32Array, expected: Float32Array): number {
  expect(actual.length).toBe(expected.length);
  return actual.reduce((largest, value, index) => Math.max(largest, Math.abs(value - expected[index])), 0);
}

test('a second set-up finds that nothing is to be done', async () => {
  const { code, stdout, stderr } = await setup();
  expect(stderr).toMatch(/^setup:native: done, it loads already: @tensorflow\/tfjs-node 4\.22\.0 .*\n$/);
  expect(stdout).toBe('');
  expect(code).toBe(0);
});

test('native TensorFlow computes', async () => {
  await tf.setBackend('tensorflow');
  const product = tf.matMul(
    tf.tensor2d([
      [1, 2],
      [3, 4],
    ]),
    tf.tensor2d([
      [5, 6],
      [7, 8],
    ]),
  );
  expect(Array.from(product.dataSync())).toEqual([19, 22, 43, 50]);
  expect(tf.getBackend()).toBe('tensorflow');
});

test('it works on the tensors of the tfjs-core that @lenet/core uses', () => {
  const coreRequire = createRequire(require.resolve('@lenet/core/package.json'));
  const core = coreRequire('@tensorflow/tfjs-core') as typeof import('@tensorflow/tfjs-core');
  expect(core.Tensor).toBe(tf.Tensor);
  expect(core.engine()).toBe(tf.engine());
});

test('LeNet gives the same probabilities, gradients and trained weights as on the cpu backend', async () => {
  const cpu = await runLenetSteps(tf, 'cpu', 8, 3);
  const native = await runLenetSteps(tf, 'tensorflow', 8, 3);
  expect(difference(native.probabilities, cpu.probabilities)).toBeLessThan(1e-6);
  for (const [index, gradient] of cpu.gradients.entries()) {
    expect(Math.max(...gradient.map(Math.abs))).toBeGreaterThan(1e-3);
    expect(difference(native.gradients[index], gradient)).toBeLessThan(1e-6);
    expect(difference(native.weights[index], cpu.weights[index])).toBeLessThan(1e-6);
  }
});
