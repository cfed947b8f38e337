import { expect, test } from 'vitest';
import { checkpointIntervalSeconds } from './checkpoint-interval.js';

test.each([
  [undefined, 60],
  ['', 60],
  ['0.5', 0.5],
])('LENET_CHECKPOINT_SECONDS of %j is %d s', (text, seconds) => {
  expect(checkpointIntervalSeconds({ LENET_CHECKPOINT_SECONDS: text })).toBe(seconds);
});

test.each(['0', '-1', 'often', 'Infinity'])('refuses %j', (text) => {
  expect(() => checkpointIntervalSeconds({ LENET_CHECKPOINT_SECONDS: text })).toThrow(
    `Environment variable LENET_CHECKPOINT_SECONDS: expected a number above 0, got "${text}". Leave it out for 60.`,
  );
});
