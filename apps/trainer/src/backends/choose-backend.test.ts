import { defineArchitecture, lenetReport } from '@lenet/core';
import { expect, test } from 'vitest';
import { BackendUnavailableError } from './backend-unavailable-error.js';
import { chooseBackend } from './choose-backend.js';

test('auto takes the engine for the network that it computes', async () => {
  const backend = await chooseBackend('auto', lenetReport, {});
  expect(backend.name).toBe('engine');
  expect(backend.reason).toBe('chosen by auto: the fastest that works here');
  expect(backend.description).toMatch(/^Lenet engine \d+\.\d+\.\d+, strict build$/);
  const learner = await backend.createLearner(lenetReport, { seed: 1 });
  expect(learner.backend).toMatch(/^Lenet engine strict, \d threads?$/);
  await learner.dispose();
});

const flat = defineArchitecture({ name: 'flat', layers: [{ kind: 'conv2d', filters: 1, kernelSize: 28 }] });

test('auto takes TensorFlow.js for a network that the engine does not compute, and says why', async () => {
  const backend = await chooseBackend('auto', flat, {});
  expect(backend.name).toBe('wasm');
  expect(backend.reason).toBe(
    'chosen by auto: the fastest that works here; not engine, it computes networks that end in a dense layer, got conv2d',
  );
});

test('the engine asked for by name for a network that it does not compute is an error', async () => {
  const choosing = chooseBackend('engine', flat, {});
  await expect(choosing).rejects.toThrow(BackendUnavailableError);
  await expect(choosing).rejects.toThrow(
    'Backend "engine" cannot be used: it computes networks that end in a dense layer, got conv2d. Use --backend auto.',
  );
});

test('options of the engine with another backend are an error', async () => {
  await expect(chooseBackend('wasm', lenetReport, { threads: 2 })).rejects.toThrow(
    'Backend "wasm" cannot be used: --engine-build and --threads are options of the engine. Use --backend engine, or leave them out.',
  );
});

test('the relaxed build is taken only when it is asked for', async () => {
  const { description, build } = await chooseBackend('auto', lenetReport, { build: 'relaxed' });
  expect(description).toMatch(/, relaxed build$/);
  expect(build).toBe('relaxed');
});
