import { expect, test } from 'vitest';
import { statusWords } from './status-words';
import { afterReport, idleTraining } from './training-state';

const started = {
  kind: 'started',
  backend: 'engine',
  epochs: 2,
  stepsPerEpoch: 10,
  trainingCount: 320,
  heldBackCount: 100,
  filters: new Float32Array(150),
} as const;
const record = {
  epoch: 1,
  training: { loss: 1, accuracy: 0.5 },
  validation: { loss: 0.9, accuracy: 0.625 },
  learningRate: 1e-3,
  seconds: 1,
};

test('a training is told from its first digit to its end', () => {
  expect(statusWords(idleTraining)).toBe('Nothing learned yet: it would guess one digit in ten.');
  const making = afterReport(idleTraining, { kind: 'making-digits', done: 10, total: 20 });
  expect(statusWords(making)).toBe('Making digits …');
  const training = afterReport(making, started);
  expect(statusWords(training)).toBe('Learning: pass 1 of 2.');
  const later = afterReport(training, { kind: 'epoch', record });
  expect(statusWords(later)).toBe('Learning: pass 2 of 2, 62.5\u00a0% of the held-back digits right.');
  expect(statusWords({ ...later, isPaused: true })).toBe(
    'Paused in pass 2 of 2, 62.5\u00a0% of the held-back digits right.',
  );
  const finished = afterReport(later, {
    kind: 'finished',
    evaluation: { loss: 0.1, accuracy: 0.98 },
    seconds: 2.345,
  });
  expect(statusWords(finished)).toBe('Done in 2.3 s: 98.0\u00a0% of the held-back digits right.');
});

test('progress is added point by point', () => {
  const progress = {
    kind: 'progress',
    steps: 4,
    recent: { loss: 2, accuracy: 0.25 },
    imagesPerSecond: 100,
    filters: new Float32Array(150),
  } as const;
  const state = afterReport(afterReport(idleTraining, started), progress);
  expect(state).toMatchObject({ steps: 4, recent: [{ step: 4, loss: 2, accuracy: 0.25 }] });
  expect(afterReport(state, { kind: 'failed', message: 'no memory' })).toMatchObject({
    phase: 'failed',
    failure: 'no memory',
  });
});
