import { denseBaseline } from '@lenet/core';
import { quantizeWeights, readQuantizedWeights } from '@lenet/core/models';
import { expect, test } from 'vitest';
import { exampleManifest } from '../../testing/example-manifest.js';
import { oddNetwork, randomWeights } from '../../testing/random-network.js';
import { readSafetensors, writeSafetensors } from './safetensors.js';

const weights = randomWeights(oddNetwork);
const model = { architecture: oddNetwork, weights, manifest: await exampleManifest(oddNetwork) };
const foreign = writeSafetensors({ architecture: oddNetwork, weights });

test.each(['float32', 'float16'] as const)('gives back what was written: %s', (format) => {
  const read = readSafetensors('a.safetensors', writeSafetensors(model, format));
  expect(read.architecture).toEqual(oddNetwork);
  expect(read.weights).toEqual(readQuantizedWeights(quantizeWeights(weights, format), oddNetwork));
  expect(read.manifest).toEqual(model.manifest);
});

test('weights that were changed', () => {
  const bytes = writeSafetensors(model);
  bytes[bytes.length - 1] ^= 1;
  expect(() => readSafetensors('a.safetensors', bytes)).toThrow(
    /^Model file "a\.safetensors": expected weights of SHA-256 [0-9a-f]{64}, got [0-9a-f]{64}\. The file was changed\. Take it again from where it came from\.$/,
  );
});

test('a file of tensors alone goes with the network that is named', () => {
  expect(readSafetensors('a', foreign, oddNetwork)).toEqual({ architecture: oddNetwork, weights });
  expect(() => readSafetensors('a', foreign)).toThrow(
    'Model file "a": does not tell which network its tensors are of. Name the network with --architecture.',
  );
  expect(() => readSafetensors('a', foreign, denseBaseline)).toThrow(
    'Model file "a": expected the tensors of "dense-baseline" only, got "conv2d/kernel". Name its network with --architecture.',
  );
  const wider = { ...oddNetwork, inputShape: [9, 8, 2] } as const;
  expect(() => readSafetensors('a', foreign, wider)).toThrow(
    'Model file "a": expected tensor "conv2d/kernel" [3, 3, 2, 3], got [3, 3, 1, 3]. Name its network with --architecture.',
  );
});
