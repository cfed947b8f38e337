import { lenetReport } from '@lenet/core';
import { generateDigits } from '@lenet/core/synthetic';
import { createClassifier } from '@lenet/engine';
import { afterEach, expect, test } from 'vitest';
import { EngineMemoryError } from '../errors/engine-memory-error.js';
import { createLenetClassifier } from '../lenet/index.js';
import { madeUpWeights } from '../testing/made-up-weights.js';
import { createMemory } from './engine-memory.js';

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
  expect(made).toBeLessThanOrEqual(1);
});

test('where no addresses are left, the error says what to do', () => {
  grantAtMost(1023);
  expect(createMemory).toThrow(EngineMemoryError);
  expect(createMemory).toThrow(
    'Engine: expected 64 MiB to 4 GiB of address space for its memory (pages are taken as they are used), but the host grants none. Dispose learners and classifiers that are not needed any more, or raise the limit of the process ("ulimit -v").',
  );
});
