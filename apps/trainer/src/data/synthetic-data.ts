import { createRequire } from 'node:module';
import { createLabelledImages, type LabelledImages } from '@lenet/core';
import { generateDigits, type SyntheticSplit } from '@lenet/core/synthetic';
import { identifyAsIdx } from './identify-as-idx.js';
import type { ImageLimits, LoadedData } from './loaded-data.js';

/** Rows and columns of an image, in pixels. */
const SIZE = 28;
/** As many as MNIST has. */
const TRAINING_COUNT = 60_000;
const TEST_COUNT = 10_000;
/** Drawn in about 50 ms, after which Ctrl-C is heard. */
const CHUNK_COUNT = 1_000;

/**
 * Synthetic digits: 60,000 to train on and 10,000 to test with. With limits only the first are made,
 * which are the same images. The digests of the identity are of the IDX files that they would fill: two
 * versions of the generator that draw differently cannot be taken for each other.
 *
 * @param seed uint32
 * @throws {InvalidArgumentError} when `seed` is outside its range
 * @throws the reason of the signal, when it is aborted
 */
export async function syntheticData(
  seed: number,
  limits: ImageLimits,
  signal?: AbortSignal,
): Promise<Omit<LoadedData, 'notices'>> {
  const trainingCount = Math.min(limits.training ?? TRAINING_COUNT, TRAINING_COUNT);
  const testCount = Math.min(limits.test ?? TEST_COUNT, TEST_COUNT);
  const training = await generateInChunks(trainingCount, seed, 'training', signal);
  const test = await generateInChunks(testCount, seed, 'test', signal);
  return {
    training,
    test,
    identity: {
      kind: 'synthetic',
      title: 'synthetic stroke digits (not MNIST)',
      origin: generatorName(seed),
      files: [
        ...identifyAsIdx(training, 'synthetic-training-images', 'synthetic-training-labels'),
        ...identifyAsIdx(test, 'synthetic-test-images', 'synthetic-test-labels'),
      ],
      trainingCount,
      ...(trainingCount < TRAINING_COUNT && { trainingTotal: TRAINING_COUNT }),
      testCount,
      ...(testCount < TEST_COUNT && { testTotal: TEST_COUNT }),
    },
  };
}

/** Digits, a thousand at a time, so that Ctrl-C is heard. */
export async function generateInChunks(
  count: number,
  seed: number,
  split: SyntheticSplit,
  signal: AbortSignal | undefined,
): Promise<LabelledImages> {
  const pixels = new Uint8Array(count * SIZE * SIZE);
  const labels = new Uint8Array(count);
  for (let first = 0; first < count; first += CHUNK_COUNT) {
    signal?.throwIfAborted();
    const chunk = generateDigits({ first, count: Math.min(CHUNK_COUNT, count - first), seed, split });
    pixels.set(chunk.pixels, first * SIZE * SIZE);
    labels.set(chunk.labels, first);
    await new Promise((resolve) => setImmediate(resolve));
  }
  return createLabelledImages({ pixels, labels, height: SIZE, width: SIZE });
}

/** What made the digits, for people. */
export function generatorName(seed: number): string {
  const { version } = createRequire(import.meta.url)('@lenet/core/package.json');
  return `generator of @lenet/core ${version}, seed ${seed}`;
}
