import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { decodeCheckpoint, encodeCheckpoint } from '../training/checkpoint-bytes.js';
import { collectEvents, epochsOf } from '../training/testing/fake-learner.js';
import type { TrainOptions } from '../training/train.js';
import { randomImages, tinyNetwork } from './testing/tiny-network.js';
import { createTfjsLearner } from './tfjs-learner.js';

test('a run that was stopped and goes on from its checkpoint has the bits of one that was not', async () => {
  await tf.setBackend('cpu');
  const options: TrainOptions = {
    training: randomImages(22),
    validation: randomImages(9),
    epochs: 3,
    batchSize: 4,
    schedule: { kind: 'one-cycle', peak: 0.05 },
    validateEvery: { steps: 4 },
  };
  const checkpointsOf = async (more: Partial<TrainOptions>, seed: number) => {
    const learner = createTfjsLearner(tinyNetwork, { seed });
    const events = await collectEvents(learner, { ...options, ...more });
    await learner.dispose();
    return epochsOf(events).map(({ checkpoint }) => ({
      ...checkpoint,
      history: checkpoint.history.map((record) => ({ ...record, seconds: 0 })),
    }));
  };
  const whole = await checkpointsOf({}, 1);
  expect(whole).toHaveLength(3);
  expect(whole[2].weights).not.toEqual(whole[1].weights);
  for (const epoch of [0, 1]) {
    // Other initial weights: all that counts is in the checkpoint.
    const resumed = await checkpointsOf({ resumeFrom: decodeCheckpoint(encodeCheckpoint(whole[epoch])) }, 2);
    expect(resumed).toEqual(whole.slice(epoch + 1));
  }
});
