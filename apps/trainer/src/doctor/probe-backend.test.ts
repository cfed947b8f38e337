import { expect, test } from 'vitest';
import { probeBackend, requireClose } from './probe-backend.js';

test('a backend is timed while it computes what plain TypeScript computes', async () => {
  const answer = await probeBackend({ name: 'engine', build: 'strict' });
  expect(answer.backend).toMatch(/^Lenet engine strict, \d threads?$/);
  // Untrained networks guess: the loss is near ln 10.
  expect(answer.loss).toBeGreaterThan(2);
  expect(answer.loss).toBeLessThan(2.7);
  expect(Math.min(answer.loadMs, answer.firstStepMs, answer.stepMs)).toBeGreaterThan(0);
});

test('another result is an error', () => {
  expect(() => requireClose(2.5, 2.5005)).not.toThrow();
  const message = 'it computes something else: expected a loss of 2.5000 as in plain TypeScript, got 2.4000.';
  expect(() => requireClose(2.4, 2.5)).toThrow(message);
  expect(() => requireClose(Number.NaN, 2.5)).toThrow('got NaN.');
});
