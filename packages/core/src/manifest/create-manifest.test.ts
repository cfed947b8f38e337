import { expect, test } from 'vitest';
import { denseBaseline } from '../architecture/dense-baseline.js';
import { createManifest } from './create-manifest.js';
import { parseManifest } from './parse-manifest.js';

const data = { kind: 'synthetic', title: 'Digits', files: [], count: 8 } as const;
const described = {
  name: 'mine',
  version: '0.0.0',
  architecture: denseBaseline,
  classes: [...'0123456789'],
  training: { recipe: 'page', options: { epochs: 2 }, seed: 1, backend: 'engine', data },
  evaluation: { accuracy: 0.75, loss: 0.5, data },
};

test('tells the size and digest of each file, and the parser takes it', async () => {
  const files = new Map([
    ['model.json', new Uint8Array(80)],
    ['weights.bin', new Uint8Array(1)],
  ]);
  const manifest = await createManifest(described, files);
  expect(parseManifest(JSON.stringify(manifest))).toEqual(manifest);
  expect(manifest.files).toEqual([
    {
      name: 'model.json',
      // head -c 80 /dev/zero | sha256sum
      sha256: '5b6fb58e61fa475939767d68a446f97f1bff02c0e5935a3ea8bb51e6515783d8',
      bytes: 80,
    },
    {
      name: 'weights.bin',
      // head -c 1 /dev/zero | sha256sum
      sha256: '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
      bytes: 1,
    },
  ]);
  expect(manifest).not.toHaveProperty('temperature');
});

test('keeps temperature and threshold', async () => {
  const manifest = await createManifest(
    { ...described, temperature: 1.5, thresholds: { answer: 0.9 } },
    new Map([['weights.bin', new Uint8Array(1)]]),
  );
  expect(manifest).toMatchObject({ temperature: 1.5, thresholds: { answer: 0.9 } });
});
