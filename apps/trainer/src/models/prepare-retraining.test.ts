import { lenetReport } from '@lenet/core';
import { expect, test } from 'vitest';
import { exampleRunRecord } from '../testing/example-run-record.js';
import { createManifest } from './create-manifest.js';
import { prepareRetraining } from './prepare-retraining.js';

const versions = { core: '1.2.0', engine: '1.3.0' };
const backend = 'Lenet engine 1.3.0, strict build';
const files = new Map([['weights.bin', new Uint8Array(4)]]);
const manifest = await createManifest(
  {
    name: 'mine',
    version: '1.0.0',
    architecture: lenetReport,
    run: {
      ...exampleRunRecord,
      environment: { ...exampleRunRecord.environment, backend, versions },
    },
  },
  files,
);
const manifestWith = (environment: object) => ({
  ...manifest,
  training: { ...manifest.training, ...environment },
});
const prepare = (environment: object, installed = versions, options = { anyVersions: false }) =>
  prepareRetraining({ name: 'mine', manifest: manifestWith(environment) }, options, installed);

test('gives the settings of the training', () => {
  const { config, notices } = prepare({});
  expect(notices).toEqual([]);
  expect(config).toMatchObject({
    recipe: 'lenet-report',
    epochs: 2,
    seed: 7,
    data: 'mnist',
    validationImages: 5000,
  });
});

test('refuses other versions, and goes on when told so', () => {
  const installed = { core: '2.0.0', engine: '1.3.0' };
  const difference =
    'Model "mine" 1.0.0 was made with @lenet/core 1.2.0 and @lenet/engine 1.3.0; here are @lenet/core 2.0.0 and @lenet/engine 1.3.0';
  expect(() => prepare({}, installed)).toThrow(
    `${difference}. Install those versions, or see with --other-versions whether the weights are still the same.`,
  );
  expect(prepare({}, installed, { anyVersions: true }).notices).toEqual([
    `${difference}, whose weights may differ.`,
  ]);
});

test('says so where the manifest does not tell the versions', () => {
  expect(prepare({ versions: undefined }).notices).toEqual([
    'Model "mine" 1.0.0 does not tell the versions that made it; here are @lenet/core 1.2.0 and @lenet/engine 1.3.0.',
  ]);
});

test('refuses what gives other bits elsewhere, and what nobody knows the training of', () => {
  expect(() => prepare({ backend: 'TensorFlow.js wasm 4.22.0' })).toThrow(
    'Model "mine" 1.0.0 was trained by TensorFlow.js wasm 4.22.0, whose last bits depend on the machine. Only weights of the engine\'s strict build can be made again to the last bit.',
  );
  expect(() => prepareRetraining({ name: 'other' }, { anyVersions: false })).toThrow(
    'Model "other" has no manifest, so that nobody knows how it was trained. Give a model of @lenet/model-artifacts, or a model folder that "lenet train" or "lenet export" made.',
  );
});
