import { denseBaseline, lenetReport } from '@lenet/core';
import { expect, test } from 'vitest';
import { BackendUnavailableError } from './backend-unavailable-error.js';
import { chooseBackend } from './choose-backend.js';

test('auto takes the engine for the network that it computes', async () => {
  const backend = await chooseBackend('auto', lenetReport, { threads: 1 });
  expect(backend.name).toBe('engine');
  expect(backend.reason).toBe('chosen by auto: the fastest that works here');
  expect(backend.description).toMatch(/^Lenet engine \d+\.\d+\.\d+, strict build$/);
  const learner = await backend.createLearner(lenetReport, { seed: 1 });
  expect(learner.backend).toBe('Lenet engine strict, 1 thread');
  await learner.dispose();
});

test('auto takes TensorFlow.js for another network, and says why', async () => {
  const backend = await chooseBackend('auto', denseBaseline, {});
  expect(backend.name).toBe('wasm');
  expect(backend.reason).toBe(
    'chosen by auto: the fastest that works here; not engine, it computes networks of the shape of "lenet-report", and not "dense-baseline"',
  );
});

test('the engine asked for by name for a network that it does not compute is an error', async () => {
  const choosing = chooseBackend('engine', denseBaseline, {});
  await expect(choosing).rejects.toThrow(BackendUnavailableError);
  await expect(choosing).rejects.toThrow(
    'Backend "engine" cannot be used: it computes networks of the shape of "lenet-report", and not "dense-baseline". Use --backend auto.',
  );
});

test('the relaxed build is taken only when it is asked for', async () => {
  const { description } = await chooseBackend('engine', lenetReport, { build: 'relaxed' });
  expect(description).toMatch(/, relaxed build$/);
});
