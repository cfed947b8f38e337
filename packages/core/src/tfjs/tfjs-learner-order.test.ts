// The same steps give the same bits: from a seed, from a state, and however they are queued.
import '@tensorflow/tfjs-backend-wasm';
import { describe, expect, test } from 'vitest';
import { selectImages } from '../data/labelled-images.js';
import type { Learner } from '../training/learner.js';
import { learnerOn, range } from './testing/learner-on.js';
import { randomImages, tinyNetwork } from './testing/tiny-network.js';

describe('determinism on wasm', () => {
  const images = randomImages(40);
  async function trainSteps(learner: Learner, from: number, to: number) {
    for (let step = from; step < to; step++) {
      await learner.step({ indices: range(8, (step % 5) * 8), learningRate: 1e-2, epoch: 1 });
    }
  }

  test('the same seed gives the same weights, another seed others', async () => {
    const weightsOf = async (seed: number) => {
      const learner = await learnerOn('wasm', tinyNetwork, seed);
      await learner.load(images);
      await trainSteps(learner, 0, 5);
      const weights = await learner.weights();
      await learner.dispose();
      return weights;
    };
    expect(await weightsOf(1)).toEqual(await weightsOf(1));
    expect(await weightsOf(2)).not.toEqual(await weightsOf(1));
  });

  test('weights and state taken out and put in again go on to the same bits', async () => {
    const whole = await learnerOn('wasm', tinyNetwork);
    await whole.load(images);
    await trainSteps(whole, 0, 4);
    const [weights, state] = [await whole.weights(), await whole.state()];
    expect(state.stepCount).toBe(4);
    await trainSteps(whole, 4, 9);

    const resumed = await learnerOn('wasm', tinyNetwork, 99);
    await resumed.load(images);
    await resumed.setWeights(weights);
    await resumed.setState(state);
    await trainSteps(resumed, 4, 9);
    expect(await resumed.weights()).toEqual(await whole.weights());
    expect(await resumed.state()).toEqual(await whole.state());
    await whole.dispose();
    await resumed.dispose();
  });
});

test('steps that are asked for at once run one after the other', async () => {
  const results = [];
  for (const isQueued of [false, true]) {
    const learner = await learnerOn('wasm', tinyNetwork);
    await learner.load(randomImages(6));
    const first = learner.step({ indices: range(6), learningRate: 1e-2, epoch: 1 });
    if (!isQueued) await first;
    const second = learner.step({ indices: range(6), learningRate: 1e-2, epoch: 1 });
    results.push([await first, await second, await learner.weights()]);
    await learner.dispose();
  }
  expect(results[1]).toEqual(results[0]);
});

test('steps that are asked for before another set is loaded see the first one', async () => {
  const [first, second] = [randomImages(6), selectImages(randomImages(6), [5, 4, 3, 2, 1, 0])];
  const step = { indices: range(3), learningRate: 1e-2, epoch: 1 };
  const waited = await learnerOn('wasm', tinyNetwork);
  await waited.load(first);
  const expected = await waited.step(step);
  const queued = await learnerOn('wasm', tinyNetwork);
  await queued.load(first);
  const [received] = await Promise.all([queued.step(step), queued.load(second)]);
  expect(received).toEqual(expected);
  await waited.dispose();
  await queued.dispose();
});
