import { readFile } from 'node:fs/promises';
import { loadModelFolder } from '@lenet/core/models';
import { expect, test } from 'vitest';
import { loadBundledModel, widenModel } from './load-bundled-model.js';

test('the weights in this package are those of @lenet/model-artifacts, in 8 bits', async () => {
  const folder = new URL('.', import.meta.resolve('@lenet/model-artifacts/drawn-digits/manifest.json'));
  const read = (name: string) => readFile(new URL(name, folder));
  const { weights, manifest } = await loadModelFolder(read);
  const { weights: bundled, manifest: rules } = widenModel(await loadBundledModel());
  expect(manifest).toMatchObject(rules!);
  expect(bundled).toEqual((await loadModelFolder(read, { weights: 'int8' })).weights);
  for (const [index, { name, values }] of weights.entries()) {
    // Half a step of 8 bits.
    const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    const apart = values.map((value, place) => Math.abs(value - bundled[index].values[place]));
    expect(Math.max(...apart.slice(0, 1000)), name).toBeLessThanOrEqual(largest / 253);
  }
});
