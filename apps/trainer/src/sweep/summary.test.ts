import { expect, test } from 'vitest';
import type { RunConfig } from '../run/run-config.js';
import { summarizeSweep, sweepCsv, sweepText } from './summary.js';

const sweep = { seeds: [1, 2, 3], config: {} as RunConfig };
const runs = [
  { seed: 1, test: { accuracy: 0.98, loss: 0.06 }, seconds: 61 },
  { seed: 3, test: { accuracy: 0.99, loss: 0.04 }, seconds: 5 },
];

test('the table has a row for each finished seed, and mean and sample standard deviation', () => {
  // Of 0.98 and 0.99: mean 0.985, deviation 0.01 / sqrt(2) = 0.0071.
  expect(sweepText('runs/x', sweep, runs)).toBe(`\
Seed  Test accuracy  Test loss        Time
────  ─────────────  ─────────  ──────────
   1         0.9800     0.0600  1 min 01 s
   3         0.9900     0.0400         5 s

Mean ± standard deviation of 2 seeds: accuracy 0.9850 ± 0.0071, loss 0.0500 ± 0.0141

Not finished yet: 1 of 3 seeds.
Sweep: runs/x`);
});

test('one seed has no spread, none no table', () => {
  expect(sweepText('runs/x', sweep, runs.slice(0, 1))).not.toContain('deviation');
  expect(sweepText('runs/x', sweep, [])).toBe('Not finished yet: 3 of 3 seeds.\nSweep: runs/x');
  expect(summarizeSweep('runs/x', sweep, [])).toEqual({ sweep: 'runs/x', seeds: 3, finished: 0, runs: [] });
});

test('the file for other programs has a row for each finished seed', () => {
  expect(sweepCsv(runs)).toBe('seed,test_accuracy,test_loss,seconds\n1,0.98,0.06,61\n3,0.99,0.04,5\n');
});
