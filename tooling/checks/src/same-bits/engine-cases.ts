import type { OptimizerOptions, Weights } from '@lenet/core';
import type * as Engine from '@lenet/engine';
import type { Modules } from './arithmetic-cases.ts';

type EngineModule = typeof Engine;

const changes = { rotationDegrees: 10, scale: 0.1, shear: 0.1, shiftPixels: 2, warpPixels: 1.2 };

/** What `@lenet/engine` makes of synthetic digits in its strict build. */
export const engineCases: Readonly<
  Record<string, (engine: EngineModule, core: Modules) => Promise<Iterable<ArrayLike<number>>>>
> = {
  async engineWeights(engine, core) {
    const alone = await train(engine, core, 1);
    for (const [how, weights] of [
      ['2 threads', await train(engine, core, 2)],
      ['4 threads', await train(engine, core, 4)],
      ['a state saved and loaded', await train(engine, core, 2, 23)],
    ] as const) {
      if (!sameBits(alone, weights)) throw new Error(`engineWeights: ${how} gave other bits than 1 thread.`);
    }
    return alone.map(({ values }) => values);
  },

  async engineOtherNetworks(engine, core) {
    const digests: Float32Array[] = [];
    for (const name of ['beginner-cnn', 'classic-lenet-5', 'dense-baseline']) {
      const alone = await trainNetwork(engine, core, name, 1);
      for (const threads of [2, 4]) {
        if (sameBits(alone, await trainNetwork(engine, core, name, threads))) continue;
        throw new Error(`engineOtherNetworks: ${name} with ${threads} threads gave other bits than with 1.`);
      }
      digests.push(...alone.map(({ values }) => values));
    }
    return digests;
  },

  async engineMomentum(engine, core) {
    const optimizer = { kind: 'momentum', weightDecay: 1e-4, gradientClipNorm: 1 } as const;
    return (await train(engine, core, 2, -1, optimizer)).map(({ values }) => values);
  },

  async engineLogits({ createClassifier }, { generateDigits, initialiseWeights, lenetReport }) {
    const classifier = await createClassifier(lenetReport, initialiseWeights(lenetReport, { seed: 7 }));
    const logits = await classifier.classify(generateDigits({ count: 300, seed: 7 }));
    await classifier.dispose();
    return [logits];
  },
};

/**
 * Two epochs of 1,000 images, the last batch of each with 40.
 *
 * @param savedAt step before which a new learner takes over; -1: none does
 */
async function train(
  { createLearner }: EngineModule,
  { generateDigits, lenetReport, shuffledIndices }: Modules,
  threads: number,
  savedAt = -1,
  optimizer: OptimizerOptions = { kind: 'adam' },
): Promise<Weights> {
  const images = generateDigits({ count: 1000, seed: 4 });
  let learner = await createLearner(lenetReport, { seed: 4, threads, optimizer });
  await learner.load(images);
  let step = 0;
  for (const epoch of [1, 2]) {
    const order = shuffledIndices(images.count, { seed: 4, purpose: 'shuffle', epoch });
    for (let first = 0; first < order.length; first += 64) {
      if (step === savedAt) {
        const [weights, state] = [await learner.weights(), await learner.state()];
        await learner.dispose();
        learner = await createLearner(lenetReport, { seed: 4, threads, optimizer });
        await learner.load(images);
        await learner.setWeights(weights);
        await learner.setState(state);
      }
      const indices = order.slice(first, first + 64);
      await learner.step({ indices, learningRate: 2e-3, epoch, augmentation: changes });
      step++;
    }
  }
  const weights = await learner.weights();
  await learner.dispose();
  return weights;
}

/** Eight steps, with dropout where the network has it. */
async function trainNetwork(
  { createLearner }: EngineModule,
  { findArchitecture, generateDigits, padImages }: Modules,
  name: string,
  threads: number,
): Promise<Weights> {
  const network = findArchitecture(name);
  const learner = await createLearner(network, { seed: 6, threads });
  const [height, width] = network.inputShape;
  await learner.load(padImages(generateDigits({ count: 100, seed: 6 }), height, width));
  for (let step = 0; step < 8; step++) {
    const indices = Uint32Array.from({ length: 30 }, (_, index) => (step * 30 + index) % 100);
    await learner.step({ indices, learningRate: 2e-3, epoch: 1 });
  }
  const weights = await learner.weights();
  await learner.dispose();
  return weights;
}

function sameBits(a: Weights, b: Weights): boolean {
  return a.every(({ values }, tensor) => values.every((value, index) => value === b[tensor].values[index]));
}
