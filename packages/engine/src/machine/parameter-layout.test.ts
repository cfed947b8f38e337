import { lenetReport, weightShapes } from '@lenet/core';
import { expect, test } from 'vitest';
import { madeUpWeights } from '../testing/made-up-weights.js';
import { compileModule } from './compile-module.js';
import { createMemory } from './engine-memory.js';
import { createKernels } from './kernels.js';
import { readParameters, writeParameters } from './parameter-layout.js';

test('every number has a place of its own, and padding stays 0', async () => {
  const { module } = await compileModule('strict');
  const { addresses } = createKernels(module, createMemory());
  const row = new Float32Array(addresses.PARAMETER_BYTES / 4);
  const weights = madeUpWeights();
  writeParameters(row, weights, addresses);
  expect(row.filter((value) => value !== 0)).toHaveLength(44_426);
  expect(readParameters(row, weightShapes(lenetReport), addresses)).toEqual(weights);
});
