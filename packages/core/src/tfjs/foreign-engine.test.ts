// In a file of its own: the copy of tfjs-core that a program loads first makes the engine of all.
import { expect, test } from 'vitest';
import { tinyNetwork } from './testing/tiny-network.js';

test('an engine of another copy of tfjs-core is refused', async () => {
  // The same package in its bundle for browsers: a copy of its own.
  const bundle: string = '@tensorflow/tfjs-core/dist/tf-core.min.js';
  await import(/* @vite-ignore */ bundle);
  const tf = await import('@tensorflow/tfjs-core');
  await import('@tensorflow/tfjs-backend-cpu');
  await tf.setBackend('cpu');
  const { createTfjsLearner } = await import('./tfjs-learner.js');
  expect(() => createTfjsLearner(tinyNetwork, { seed: 1 })).toThrow(
    'TensorFlow.js: expected one copy of @tensorflow/tfjs-core in the program, got another one from the engine, whose copy was loaded first. "npm ls @tensorflow/tfjs-core" shows who brings it; give all the same version.',
  );
  expect(tf.memory().numTensors).toBe(0);
});
