import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { afterEach, expect, test } from 'vitest';
import { initialiseWeights } from '../training/initialise-weights.js';
import { buildModel } from './build-model.js';
import { requireVersion } from './require-tfjs.js';
import { tinyNetwork } from './testing/tiny-network.js';
import { createTfjsClassifier } from './tfjs-classifier.js';
import { TfjsInstallationError } from './tfjs-installation-error.js';
import { createTfjsLearner } from './tfjs-learner.js';

const weights = initialiseWeights(tinyNetwork, { seed: 1 });
const creations = [
  () => createTfjsLearner(tinyNetwork, { seed: 1 }),
  () => createTfjsClassifier(tinyNetwork, weights),
  () => buildModel(tinyNetwork, weights),
];

afterEach(() => tf.setBackend('cpu'));

test('a backend that was made with another copy of tfjs-core is refused, and nothing is left', async () => {
  // The same package in its bundle for browsers: a copy of its own.
  const bundle: string = '@tensorflow/tfjs-core/dist/tf-core.min.js';
  const { default: other } = (await import(/* @vite-ignore */ bundle)) as { default: typeof tf };
  expect(other.Tensor).not.toBe(tf.Tensor);
  tf.registerBackend('foreign', () => new (class extends other.KernelBackend {})());
  await tf.setBackend('foreign');
  const before = tf.engine().state.numTensors;
  for (const create of creations) {
    expect(create).toThrow(
      'TensorFlow.js: expected one copy of @tensorflow/tfjs-core in the program, got another one from the backend "foreign". "npm ls @tensorflow/tfjs-core" shows who brings it; give all the same version.',
    );
  }
  expect(tf.engine().state.numTensors).toBe(before);
});

test.each(['4.21.0', '3.99.0', '5.0.0', '0.0.0'])('version %s is refused', (version) => {
  let error: unknown;
  try {
    requireVersion('@tensorflow/tfjs-layers', version);
  } catch (caught) {
    error = caught;
  }
  expect(error).toBeInstanceOf(TfjsInstallationError);
  expect(error).toMatchObject({
    problem: 'version',
    packageName: '@tensorflow/tfjs-layers',
    received: version,
    message: `TensorFlow.js: expected @tensorflow/tfjs-layers in version 4.22.0 or a later 4, got ${version}. Install "@tensorflow/tfjs-layers@^4.22.0".`,
  });
});

test.each(['4.22.0', '4.30.1', '4.23.0-rc.1'])('version %s is taken', (version) => {
  expect(requireVersion('@tensorflow/tfjs-core', version)).toBeUndefined();
});
