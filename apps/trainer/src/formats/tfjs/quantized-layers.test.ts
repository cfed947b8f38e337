import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { saveModel } from '@lenet/core/tfjs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadTfjsBackend } from '../../backends/tfjs-backend.js';
import { exampleManifest } from '../../testing/example-manifest.js';
import { largestDifference } from '../../testing/largest-difference.js';
import { oddNetwork, randomWeights } from '../../testing/random-network.js';
import { readLayers } from './read-layers.js';
import { writeQuantizedLayers } from './write-quantized-layers.js';

const weights = randomWeights(oddNetwork);
const model = { architecture: oddNetwork, weights, manifest: await exampleManifest(oddNetwork) };

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lenet-layers-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function write(quantization: 'float16' | 'uint8'): Promise<string> {
  await loadTfjsBackend('cpu');
  const { modelJson } = await saveModel(oddNetwork, weights);
  const files = writeQuantizedLayers(model, modelJson, quantization, 'few.bin');
  writeFileSync(join(folder, 'few.json'), files.modelJson);
  writeFileSync(join(folder, 'few.bin'), files.weightData);
  return join(folder, 'few.json');
}

test.each([
  // Numbers below 1, to 11 bits; and steps of at most 2 / 255.
  ['float16', 2 ** -12],
  ['uint8', 1 / 255],
] as const)('TensorFlow.js reads %s, biases as they were', async (quantization, step) => {
  const read = await readLayers(await write(quantization));
  expect(read.architecture).toEqual(oddNetwork);
  expect(read.manifest).toEqual(model.manifest);
  for (const [index, { name, shape, values }] of read.weights.entries()) {
    expect({ name, shape }).toEqual({ name: weights[index].name, shape: weights[index].shape });
    const difference = largestDifference(values, weights[index].values);
    if (shape.length === 1) expect(difference).toBe(0);
    else expect(difference > 0 && difference < step).toBe(true);
  }
});

test('weights that were changed', async () => {
  const path = await write('uint8');
  writeFileSync(join(folder, 'few.bin'), Buffer.alloc(await sizeOf(path)));
  await expect(readLayers(path)).rejects.toThrow(
    /^Model file "few\.json": expected weights of SHA-256 [0-9a-f]{64}, got [0-9a-f]{64}\. The file was changed\. Take it again from where it came from\.$/,
  );
});

async function sizeOf(path: string): Promise<number> {
  const { weights: read } = await readLayers(path);
  return read.reduce((sum, { shape, values }) => sum + (shape.length === 1 ? 4 : 1) * values.length, 0);
}
