import type * as Core from '@lenet/core';
import type * as Images from '@lenet/core/images';
import type * as Synthetic from '@lenet/core/synthetic';
import type * as Training from '@lenet/core/training';
import type * as Philox from '../../../../packages/core/dist/random/philox.js';

/** Modules beside the root and the generator, as files of `dist`: other entries, and what none exports. */
export const innerModules = ['images/index.js', 'random/philox.js', 'training/index.js'];

/** What the cases are computed with. */
export type Modules = typeof Core & typeof Images & typeof Synthetic & typeof Training & typeof Philox;

/**
 * What is computed with the portable functions or stands on their results. Each gives lists of numbers;
 * typed arrays count with the bytes they have.
 */
export const arithmeticCases: Readonly<Record<string, (modules: Modules) => Iterable<ArrayLike<number>>>> = {
  philox: ({ philox4x32 }) =>
    Array.from({ length: 4096 }, (_, index) =>
      Uint32Array.from(philox4x32([index, 7, 4_294_967_295 - index, 1], [index * 1_048_583, 42])),
    ),

  *keyedRandom({ createKeyedRandom }) {
    for (const purpose of ['shuffle', 'augment', 'größe']) {
      const random = createKeyedRandom({ seed: 5, purpose, epoch: 3, step: 2, item: 4_294_967_295 });
      yield Float64Array.from({ length: 4096 }, () => random.nextUniform());
      yield Float64Array.from({ length: 4096 }, (_, index) => random.nextBelow(1 + index * index));
    }
  },

  shuffles: ({ shuffledIndices }) => [
    shuffledIndices(60_000, { seed: 1, purpose: 'shuffle', epoch: 1 }),
    shuffledIndices(1000, { seed: 4_294_967_295, purpose: 'shuffle', epoch: 100 }),
  ],

  initialWeights: ({ initialiseWeights, lenetReport }) =>
    initialiseWeights(lenetReport, { seed: 1 }).map(({ values }) => values),

  syntheticStrokes: ({ generateStrokes }) =>
    Array.from({ length: 200 }, (_, item) => {
      const { strokes, penWidth } = generateStrokes({ digit: item % 10, seed: 3, item });
      return [penWidth, ...strokes.flat().flatMap(({ x, y }) => [x, y])];
    }),

  syntheticDigits: ({ generateDigits }) => {
    const { pixels, labels } = generateDigits({ count: 200, seed: 1 });
    return [pixels, labels];
  },

  normalizedDigits: ({ generateDigits, normalizeDigit }) => {
    const { pixels } = generateDigits({ count: 50, seed: 2, size: 64 });
    return Array.from({ length: 50 }, (_, index) => {
      const ink = pixels.subarray(index * 64 * 64, (index + 1) * 64 * 64);
      return normalizeDigit({ pixels: ink, height: 64, width: 64 }) ?? [];
    });
  },

  schedules: ({ learningRateAt }) =>
    (
      [
        { kind: 'step', rate: 1e-3, everySteps: 7, factor: 0.3 },
        { kind: 'cosine', rate: 3e-3, finalRate: 1e-5 },
        { kind: 'one-cycle', peak: 0.01 },
      ] as const
    ).map((schedule) => Array.from({ length: 997 }, (_, step) => learningRateAt(schedule, step, 997))),

  *augmentation({ augmentBatch, generateDigits }) {
    const images = generateDigits({ count: 64, seed: 4 });
    const indices = Uint32Array.from({ length: 64 }, (_, index) => (index * 5) % 64);
    const everything = {
      rotationDegrees: 15,
      scale: 0.15,
      shear: 0.2,
      shiftPixels: 2,
      warpPixels: 2,
      strokeWidthPixels: 1,
    };
    for (const augmentation of [{ rotationDegrees: 10 }, { warpPixels: 3 }, everything]) {
      for (const epoch of [1, 2]) yield augmentBatch(images, indices, augmentation, { seed: 6, epoch });
    }
  },

  softmaxAndLoss: (modules) => {
    const { crossEntropy, softmax } = modules;
    const { logits, labels } = logitsOf(modules);
    return [softmax(logits, 10), [crossEntropy(logits, labels, 10)]];
  },
};

/** 1000 rows of 10 from -20 to 20, and a class for each row. */
function logitsOf({ createKeyedRandom }: Modules): { logits: Float32Array; labels: Uint8Array } {
  const random = createKeyedRandom({ seed: 9, purpose: 'logits' });
  const logits = Float32Array.from({ length: 10_000 }, () => 40 * random.nextUniform() - 20);
  return { logits, labels: Uint8Array.from({ length: 1000 }, () => random.nextBelow(10)) };
}
