// "Learn my handwriting": fine-tunes a network on a handful of samples within seconds, and forgets as little
// as it can: other digits are mixed in, and of all the steps from the old weights to the new ones it keeps
// the smallest part that reads the samples (as Wortsman et al., "Robust fine-tuning of zero-shot models", 2022,
// mix the weights of both).
import {
  type Architecture,
  argMax,
  concatImages,
  createLabelledImages,
  evaluateLogits,
  type LabelledImages,
  type Learner,
  type OptimizerOptions,
  selectImages,
  type Weights,
} from '@lenet/core';
import { type TrainOptions, train } from '@lenet/core/training';
import { createLearner } from '@lenet/engine';
import type { Sample } from '../keeping/database';

/** Right answers before and after, of `count` images. */
export interface BeforeAfter {
  readonly count: number;
  readonly before: number;
  readonly after: number;
}

/** What came of it. Accuracies are shares of 1. */
export interface Learned {
  readonly weights: Weights;
  /** The samples that it learned. */
  readonly samples: BeforeAfter;
  /**
   * Every fifth sample, read by a network that learned the others only: what to expect of the next digit.
   * Absent where there are fewer than five.
   */
  readonly heldBack: BeforeAfter | undefined;
  /** Digits of many other hands, which it did not learn from; and the loss on them after. */
  readonly others: BeforeAfter & { readonly lossAfter: number };
  /** What it reads each sample as now, in their order. */
  readonly answers: Uint8Array;
  readonly seconds: number;
}

/** Other digits that are mixed in. */
export const MIXED_COUNT = 1000;
/** Other digits that it is measured on. */
export const OTHERS_COUNT = 1000;

/** Times that the samples are seen in a pass: a sixth of all, and each at most 20 times. */
const SAMPLES_SHARE = 200;
const MOST_REPEATS = 20;
/** One of so many samples is held back. */
const HELD_BACK_DIVISOR = 5;

const optimizer: OptimizerOptions = { kind: 'adam', beta1: 0.9, beta2: 0.999, epsilon: 1e-7 };
const settings = {
  epochs: 3,
  batchSize: 32,
  schedule: { kind: 'one-cycle', peak: 1e-3 },
  seed: 1,
} as const satisfies Partial<TrainOptions>;

/**
 * @param network to begin with, one that the engine computes
 * @param samples at least one
 * @param mixed other digits to learn beside them
 * @param others digits to measure on
 */
export async function learnHandwriting(
  { architecture, weights }: { readonly architecture: Architecture; readonly weights: Weights },
  samples: readonly Sample[],
  mixed: LabelledImages,
  others: LabelledImages,
): Promise<Learned> {
  const startedAt = performance.now();
  const all = imagesOf(samples);
  const learner = await createLearner(architecture, { seed: settings.seed, optimizer });
  try {
    const read = async (images: LabelledImages, of: Weights) => {
      await learner.setWeights(of);
      return learner.predict(images);
    };
    const compare = async (images: LabelledImages, after: Weights): Promise<BeforeAfter> => ({
      count: images.count,
      before: accuracyOf(await read(images, weights), images),
      after: accuracyOf(await read(images, after), images),
    });
    const heldBack =
      samples.length < HELD_BACK_DIVISOR
        ? undefined
        : await compare(
            selectImages(all, indicesOf(all, true)),
            await tune(learner, weights, selectImages(all, indicesOf(all, false)), mixed),
          );
    const learned = await tune(learner, weights, all, mixed);
    return {
      weights: learned,
      samples: await compare(all, learned),
      heldBack,
      others: {
        ...(await compare(others, learned)),
        lossAfter: evaluateLogits(await read(others, learned), others.labels, others.classCount).loss,
      },
      answers: argMax(await read(all, learned), all.classCount),
      seconds: (performance.now() - startedAt) / 1000,
    };
  } finally {
    await learner.dispose();
  }
}

async function tune(
  learner: Learner,
  weights: Weights,
  samples: LabelledImages,
  mixed: LabelledImages,
): Promise<Weights> {
  const repeats = Math.min(MOST_REPEATS, Math.max(1, Math.round(SAMPLES_SHARE / samples.count)));
  const training = concatImages([mixed, ...Array.from({ length: repeats }, () => samples)]);
  await learner.setWeights(weights);
  await learner.setState({ moments: (await learner.state()).moments.map(emptied), stepCount: 0 });
  for await (const _ of train(learner, { training, ...settings }));
  const tuned = await learner.weights();
  const goal = accuracyOf(await learner.predict(samples), samples);
  for (let part = 0.1; part < 0.95; part += 0.1) {
    const between = mixWeights(weights, tuned, part);
    await learner.setWeights(between);
    if (accuracyOf(await learner.predict(samples), samples) >= goal) return between;
  }
  return tuned;
}

/** `part` of the way from one to the other. */
export function mixWeights(from: Weights, to: Weights, part: number): Weights {
  return from.map((tensor, index) => ({
    ...tensor,
    values: tensor.values.map((value, at) => value + part * (to[index].values[at] - value)),
  }));
}

function imagesOf(samples: readonly Sample[]): LabelledImages {
  const pixels = new Uint8Array(samples.length * 784);
  for (const [index, sample] of samples.entries()) pixels.set(sample.pixels, index * 784);
  const labels = Uint8Array.from(samples, ({ label }) => label);
  return createLabelledImages({ pixels, labels, height: 28, width: 28 });
}

function indicesOf({ count }: LabelledImages, isHeldBack: boolean): number[] {
  return [...Array(count).keys()].filter(
    (index) => (index % HELD_BACK_DIVISOR === HELD_BACK_DIVISOR - 1) === isHeldBack,
  );
}

const accuracyOf = (logits: Float32Array, { labels, classCount }: LabelledImages) =>
  evaluateLogits(logits, labels, classCount).accuracy;

const emptied = <Tensor extends { values: Float32Array }>(tensor: Tensor): Tensor => ({
  ...tensor,
  values: new Float32Array(tensor.values.length),
});
