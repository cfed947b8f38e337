import { expect, test } from 'vitest';
import { type LearningRateSchedule, learningRateAt } from './learning-rate-schedule.js';
import cases from './learning-rate-schedules.json' with { type: 'json' };

// Numbers: tooling/oracle/training/learning_rate_schedules.py.
test.each(cases)('is as PyTorch has it: $schedule', ({ schedule, rates }) => {
  for (const [step, expected] of rates.entries()) {
    const rate = learningRateAt(schedule as LearningRateSchedule, step, rates.length);
    expect(Math.abs(rate - expected)).toBeLessThan(1e-12 * 0.004);
  }
});

test('one-cycle begins at 4 % of the peak, has the peak after 30 % and ends just above 0', () => {
  const rate = (step: number) => learningRateAt({ kind: 'one-cycle', peak: 1 }, step, 100);
  expect([rate(0), rate(15), rate(30), rate(65)]).toEqual([0.04, 0.52, 1, 0.5]);
  // 1/2 (1 + cos(pi 69 / 70))
  expect(rate(99)).toBeCloseTo(5.03467e-4, 9);
});

test('a cycle without warm-up begins at the peak', () => {
  expect(learningRateAt({ kind: 'one-cycle', peak: 1, warmUpShare: 0 }, 0, 4)).toBe(1);
});

test.each([
  [-1, 10, 'Argument "step": expected a whole number from 0 to 9, got -1.'],
  [10, 10, 'Argument "step": expected a whole number from 0 to 9, got 10.'],
  [0, 0, 'Argument "totalSteps": expected a whole number of 1 or more, got 0.'],
])('refuses step %d of %d', (step, totalSteps, message) => {
  expect(() => learningRateAt({ kind: 'constant', rate: 1 }, step, totalSteps)).toThrow(message);
});
