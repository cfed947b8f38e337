import type { Architecture } from '@lenet/core';
import { loadModelFolder, parseManifest } from '@lenet/core/models';
import { expect, test } from 'vitest';
import { exampleRunRecord } from '../testing/example-run-record.js';
import { modelFolderFiles } from './model-folder-files.js';

/** One dense layer: 40 bytes of kernel, 40 of bias. */
const architecture: Architecture = {
  name: 'tiny',
  inputShape: [1, 1, 1],
  layers: [
    { kind: 'flatten', name: 'flatten' },
    { kind: 'dense', name: 'dense', units: 10, activation: 'softmax' },
  ],
};
const modelJson = JSON.stringify({
  format: 'layers-model',
  weightsManifest: [
    {
      paths: ['weights.bin'],
      weights: [
        { name: 'dense/kernel', shape: [1, 10], dtype: 'float32' },
        { name: 'dense/bias', shape: [10], dtype: 'float32' },
      ],
    },
  ],
});
const files = await modelFolderFiles({
  name: 'tiny',
  version: '1.2.3',
  architecture,
  model: { modelJson: Buffer.from(modelJson), weightData: new Uint8Array(80) },
  run: exampleRunRecord,
});
const text = (name: string) => String(files.get(name));
const manifest = parseManifest(text('manifest.json'));

test('makes a folder that the loader takes', async () => {
  expect([...files.keys()]).toEqual(['model.json', 'weights.bin', 'manifest.json', 'MODEL_CARD.md']);
  const loaded = await loadModelFolder(async (name) => Buffer.from(files.get(name)!));
  expect(loaded.weights.map(({ name }) => name)).toEqual(['dense/kernel', 'dense/bias']);
});

test('the manifest tells digests, data, recipe and figures, and no folder of this machine', () => {
  expect(manifest).toMatchObject({ name: 'tiny', version: '1.2.3', classes: [...'0123456789'] });
  expect(manifest.files[1]).toEqual({
    name: 'weights.bin',
    // head -c 80 /dev/zero | sha256sum
    sha256: '5b6fb58e61fa475939767d68a446f97f1bff02c0e5935a3ea8bb51e6515783d8',
    bytes: 80,
  });
  expect(manifest.training).toMatchObject({
    recipe: 'lenet-report',
    options: {
      epochs: 2,
      batchSize: 64,
      schedule: { kind: 'constant', rate: 0.001 },
      backend: 'auto',
      validationImages: 5000,
    },
    seed: 7,
    backend: 'TensorFlow.js wasm 4.22.0',
    commit: 'abc123',
    data: { kind: 'mnist', count: 60000, files: [{ bytes: 47040016 }, { bytes: 60008 }] },
  });
  expect(manifest.evaluation).toMatchObject({
    accuracy: 0.75,
    loss: 0.5,
    data: { kind: 'mnist', count: 8, files: [{ bytes: 7840016 }, { bytes: 10008 }] },
  });
  expect(text('manifest.json')).not.toContain('/somewhere/else');
});

test('the card tells the same to people', () => {
  const card = text('MODEL_CARD.md');
  for (const line of [
    '# tiny 1.2.3',
    '**75.00 %** of 8 test images of MNIST are read right (loss 0.5000).',
    'MNIST: 60,000 training images, of which 5,000 were held out for validation, and 8 test images.',
    'Y. LeCun, C. Cortes, C. J. C. Burges (CC BY-SA 3.0).',
    `| \`a-training-images\` | 47,040,016 | \`${'a'.repeat(64)}\` |`,
    '| seed | 7 |',
    '| computed by | TensorFlow.js wasm 4.22.0 |',
    // Five zeros, three of them read; five answers of 1, three of them right.
    '| 0 | 5 | 60.00 % | 100.00 % |',
    '| 1 | 3 | 100.00 % | 60.00 % |',
    '| 2 | 0 | none | none |',
    '- It has no threshold below which it says that it is unsure.',
    'lenet train --recipe lenet-report --data mnist --epochs 2 --batch-size 64 --learning-rate 0.001 --seed 7 --backend auto',
    'lenet export RUN --name tiny --version 1.2.3',
  ]) {
    expect(card.split('\n')).toContain(line);
  }
  expect(card).not.toContain('/somewhere/else');
});
