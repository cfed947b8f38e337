import type { Weights } from '@lenet/core';
import { expect, test } from 'vitest';
import { resolveConfig } from './run-config.js';
import { requireWholeEpoch, settleWeights, type TrainingEnd } from './training-end.js';

const weights: Weights = [];
const end = (fields: Partial<TrainingEnd>): TrainingEnd => ({
  type: 'end',
  reason: 'completed',
  history: [],
  best: { epoch: 1, step: 1, weights },
  ...fields,
});

test.each([
  [
    'time-limit',
    { timeLimit: 90 },
    'Option --time-limit: expected enough for at least one epoch, got 1m30s, which was over after 12 steps. Give more time, or fewer images with --train-images.',
  ],
  [
    'early-stopping',
    { patience: 2, validateEverySteps: 4 },
    'Option --patience: expected enough for at least one epoch, got 2, which was over after 12 steps. Give more, or validate less often.',
  ],
] as const)('without a whole epoch there is nothing to report: %s', (reason, chosen, message) => {
  const unfinished = { epoch: 1, stepsDone: 12 };
  expect(() => requireWholeEpoch(end({ reason, unfinished }), resolveConfig(chosen))).toThrow(message);
});

test('gives the learner the best weights where they are wanted', async () => {
  const given: Weights[] = [];
  const learner = { setWeights: async (them: Weights) => void given.push(them) };
  await settleWeights(learner, end({}), { finalWeights: 'last' });
  await settleWeights(learner, end({}), { finalWeights: 'best' });
  expect(given).toEqual([weights]);
});
