import { expect, test } from 'vitest';
import { runLenet } from './testing/run-lenet.js';

test('measures a backend for programs', async () => {
  const args = [
    'bench',
    '--backend',
    'wasm',
    '--architecture',
    'dense-baseline',
    '--seconds',
    '0.4',
    '--json',
  ];
  const { status, stdout, stderr } = await runLenet(args);
  expect({ status, stderr }).toEqual({ status: 0, stderr: 'measuring wasm ...\n' });
  const { results, ...described } = JSON.parse(stdout);
  expect(described).toMatchObject({ architecture: 'dense-baseline', batchSize: 64, images: 60_000 });
  const positive = expect.toSatisfy((value) => value > 0);
  expect(results).toEqual([
    {
      backend: 'wasm',
      description: expect.stringMatching(/^TensorFlow\.js wasm \d/),
      stepMs: positive,
      steps: positive,
      epochSeconds: expect.closeTo((results[0].stepMs / 1000) * 937.5, 9),
      oneImage: { imagesPerSecond: positive, calls: positive },
      thousandImages: { imagesPerSecond: positive, calls: positive },
      otherLoad: expect.toSatisfy((share) => share >= 0 && share <= 1),
    },
  ]);
});

test('measures both builds of the engine for people', async () => {
  const { status, stdout } = await runLenet([
    'bench',
    '--backend',
    'engine',
    '--threads',
    '1',
    '--seconds',
    '0.4',
  ]);
  expect(status).toBe(0);
  expect(stdout).toMatch(/^lenet-report, batches of 64, an epoch of 60,000 synthetic digits\nNode /);
  expect(stdout).toMatch(/\nengine +[\d.]+ s +[\d.]+x +[\d.]+ ms +[\d,]+ +[\d,.]+\/s +[\d,.]+\/s\n/);
  expect(stdout).toMatch(/\nengine relaxed +/);
});

test('a backend that is asked for and not there is an error', async () => {
  const environment = { LENET_TFJS_NODE: '/nowhere' };
  const { status, stdout, stderr } = await runLenet(['bench', '--backend', 'node'], { environment });
  expect(stderr).toBe(
    'measuring node ...\nlenet: Backend "node" cannot be used: LENET_TFJS_NODE is "/nowhere", which is not the folder of an installed @tensorflow/tfjs-node. Set it to that folder, or unset it.\n',
  );
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
});
