import { readFile } from 'node:fs/promises';
import { lenetReport } from '@lenet/core';
import { loadModelFolder, quantizeWeights, readQuantizedWeights } from '@lenet/core/models';
import { expect, test } from 'vitest';
import { loadBundledWeights } from './load-bundled-weights.js';

test('the weights in this package are those of @lenet/model-artifacts, in 8 bits', async () => {
  const folder = new URL('.', import.meta.resolve('@lenet/model-artifacts/lenet-report/manifest.json'));
  const { weights } = await loadModelFolder((name) => readFile(new URL(name, folder)));
  const bundled = await loadBundledWeights();
  expect(bundled).toEqual(readQuantizedWeights(quantizeWeights(weights, 'int8'), lenetReport));
  for (const [index, { name, values }] of weights.entries()) {
    // Half a step of 8 bits.
    const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    const apart = values.map((value, place) => Math.abs(value - bundled[index].values[place]));
    expect(Math.max(...apart.slice(0, 1000)), name).toBeLessThanOrEqual(largest / 253);
  }
});
