import { createLabelledImages, lenetReport } from '@lenet/core';
import { generateDigits } from '@lenet/core/synthetic';
import { createClassifier, createLearner } from '@lenet/engine';
import { afterEach, expect, test } from 'vitest';
import { EngineMemoryError } from '../errors/engine-memory-error.js';
import { createLenetClassifier } from '../lenet/index.js';
import { madeUpWeights } from '../testing/made-up-weights.js';
import { networks } from '../testing/networks.js';
import { placeTrainingSet } from '../training/training-set.js';
import { compileModule } from './compile-module.js';
import { createMemory, EngineMemory, recycleMemory } from './engine-memory.js';
import { createKernels, type LenetAddresses } from './kernels.js';
import { createLenetProgram } from './lenet-program.js';

const { Memory } = WebAssembly;
afterEach(() => {
  WebAssembly.Memory = Memory;
});

/** As on a host with few addresses. */
function grantAtMost(pages: number): void {
  WebAssembly.Memory = class extends Memory {
    constructor(descriptor: WebAssembly.MemoryDescriptor) {
      if (descriptor.maximum! > pages) throw new RangeError('Out of memory');
      super(descriptor);
    }
  };
}

test('where 4 GiB of addresses are refused, less is enough', async () => {
  const digits = generateDigits({ seed: 3, count: 300 });
  const logits = [];
  for (const pages of [65536, 16384, 1024]) {
    grantAtMost(pages);
    const classifier = await createLenetClassifier(madeUpWeights());
    logits.push(await classifier.classify(digits));
  }
  expect(logits[1]).toEqual(logits[0]);
  expect(logits[2]).toEqual(logits[0]);
});

test('what cannot be made gives its memory back', async () => {
  let made = 0;
  WebAssembly.Memory = class extends Memory {
    constructor(descriptor: WebAssembly.MemoryDescriptor) {
      super(descriptor);
      made++;
    }
  };
  for (let count = 0; count < 5; count++) {
    await expect(createClassifier(lenetReport, madeUpWeights(), { threads: 9 })).rejects.toThrow(
      'Argument "threads": expected a whole number from 1 to 8, got 9.',
    );
  }
  // A collection in between may have taken one.
  expect(made).toBeLessThanOrEqual(2);
});

test('where no addresses are left, the error says what to do', () => {
  grantAtMost(1023);
  expect(createMemory).toThrow(EngineMemoryError);
  expect(createMemory).toThrow(
    'Engine: expected 64 MiB to 4 GiB of address space for its memory (pages are taken as they are used), but the host grants none. Dispose learners and classifiers that are not needed any more, or raise the limit of the process ("ulimit -v").',
  );
});

test.each([lenetReport, ...networks])(
  'a training set that lay where the batch lies leaves no trace: $name',
  async (network) => {
    const [height, width] = network.inputShape;
    const imagesOf = (count: number, pixel: number) =>
      createLabelledImages({
        pixels: new Uint8Array(count * height * width).fill(pixel),
        labels: new Uint8Array(count),
        height,
        width,
      });
    const few = imagesOf(5, 200);
    const results = [];
    // As numbers, bytes of 255 are NaN.
    for (const before of [imagesOf(0, 0), imagesOf(400, 255)]) {
      const learner = await createLearner(network, { seed: 1, threads: 1 });
      await learner.load(before);
      await learner.load(few);
      const step = await learner.step({
        indices: Uint32Array.of(0, 1, 2, 3, 4),
        learningRate: 0.01,
        epoch: 1,
      });
      results.push([step, await learner.predict(few), await learner.weights()]);
      await learner.dispose();
    }
    expect(results[1]).toEqual(results[0]);
  },
);

test('what does not fit into 4 GiB is refused', async () => {
  const { module } = await compileModule('lenet', 'strict');
  const memory = createMemory();
  const kernels = createKernels(module, memory);
  const data = new EngineMemory(memory, kernels, createLenetProgram(kernels.addresses as LenetAddresses));
  expect(() => placeTrainingSet(data, { length: 2 ** 32 } as Uint8Array)).toThrow(
    'Engine: expected images that fit into 4 GiB, got 4294967296 bytes. Train on parts of them.',
  );
  expect(() => data.reserve(2 ** 24)).toThrow(
    'Engine: expected a batch that fits into 4 GiB beside the training set, got 16777216 images. Use a smaller batch.',
  );
  recycleMemory(memory);
});
