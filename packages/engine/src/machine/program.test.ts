import { architectures, initialiseWeights, lenetReport, weightShapes } from '@lenet/core';
import { expect, test } from 'vitest';
import { createGenericProgram } from '../generic/create-generic-program.js';
import { madeUpWeights } from '../testing/made-up-weights.js';
import type { ModuleName } from './choose-module.js';
import { compileModule } from './compile-module.js';
import { createMemory } from './engine-memory.js';
import { createKernels, type LenetAddresses } from './kernels.js';
import { createLenetProgram } from './lenet-program.js';
import { readParameters, writeParameters } from './program.js';

async function addressesOf(module: ModuleName) {
  return createKernels((await compileModule(module, 'strict')).module, createMemory()).addresses;
}

test('every number of LeNet has a place of its own, and padding stays 0', async () => {
  const { rowBytes, places } = createLenetProgram((await addressesOf('lenet')) as LenetAddresses);
  const row = new Float32Array(rowBytes / 4);
  const weights = madeUpWeights();
  writeParameters(row, weights, places);
  expect(row.filter((value) => value !== 0)).toHaveLength(44_426);
  expect(readParameters(row, weightShapes(lenetReport), places)).toEqual(weights);
});

test.each(architectures)(
  'every number of $name has a place of its own in the generic module',
  async (network) => {
    const { rowBytes, places } = createGenericProgram(network, await addressesOf('generic'), true);
    const row = new Float32Array(rowBytes / 4);
    const weights = initialiseWeights(network, { seed: 1 }).map((tensor) => ({
      ...tensor,
      values: tensor.values.map((value) => value || 1),
    }));
    writeParameters(row, weights, places);
    const count = weights.reduce((sum, { values }) => sum + values.length, 0);
    expect(row.filter((value) => value !== 0)).toHaveLength(count);
    expect(readParameters(row, weightShapes(network), places)).toEqual(weights);
  },
);
