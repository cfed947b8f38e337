import { afterEach, expect, test, vi } from 'vitest';
import { collectEvents, epochsOf, fakeImages, fakeLearner } from './testing/fake-learner.js';
import { train } from './train.js';
import type { TrainingEvent } from './training-event.js';

/** Three steps an epoch. */
const options = { training: fakeImages(6), validation: fakeImages(4), epochs: 9, batchSize: 2 };

afterEach(() => vi.restoreAllMocks());

/** Each step takes a second of a clock that nothing else moves. */
function tickingLearner(rightAnswers?: (stepCount: number) => number) {
  let now = 1000;
  vi.spyOn(performance, 'now').mockImplementation(() => now);
  const fake = fakeLearner(rightAnswers);
  const step: typeof fake.learner.step = (request) => {
    now += 1000;
    return fake.learner.step(request);
  };
  return { ...fake, learner: { ...fake.learner, step } };
}

test('ends when the patience is over', async () => {
  const { learner } = fakeLearner((stepCount) => Math.min(Math.floor(stepCount / 3), 2));
  const events = await collectEvents(learner, { ...options, earlyStopping: { patience: 3 } });
  expect(epochsOf(events)).toHaveLength(5);
  expect(events.at(-1)).toMatchObject({
    type: 'end',
    reason: 'early-stopping',
    best: { epoch: 2, evaluation: { accuracy: 0.5 } },
  });
});

test('a run whose patience ends with its last epoch is completed', async () => {
  const { learner } = fakeLearner();
  const events = await collectEvents(learner, { ...options, epochs: 2, earlyStopping: { patience: 1 } });
  expect(events.at(-1)).toMatchObject({ type: 'end', reason: 'completed' });
});

test('patience ends within an epoch where evaluations do', async () => {
  const { learner } = fakeLearner();
  const events = await collectEvents(learner, {
    ...options,
    validateEvery: { steps: 2 },
    earlyStopping: { patience: 1 },
  });
  expect(events.at(-1)).toMatchObject({
    type: 'end',
    reason: 'early-stopping',
    best: { epoch: 1, step: 2 },
    unfinished: { epoch: 2, stepsDone: 1, validation: { accuracy: 0 } },
  });
  expect(events.at(-1)).toMatchObject({ history: [{ epoch: 1 }] });
});

test('ends after the step in which the time is over; its weights may be the best', async () => {
  const { learner, requests } = tickingLearner((stepCount) => Math.floor(stepCount / 2));
  const events = await collectEvents(learner, { ...options, timeLimitSeconds: 4 });
  // One step was queued when the fourth was done.
  expect(requests).toHaveLength(5);
  expect(events.at(-1)).toMatchObject({
    type: 'end',
    reason: 'time-limit',
    history: [{ epoch: 1, seconds: 3 }],
    best: { epoch: 2, step: 2, evaluation: { accuracy: 0.5 } },
    unfinished: { epoch: 2, stepsDone: 2, validation: { accuracy: 0.5 } },
  });
});

test('the time limit counts the epochs of a run that goes on', async () => {
  const events = epochsOf(await collectEvents(tickingLearner().learner, { ...options, epochs: 2 }));
  const resumeFrom = events[1].checkpoint;

  const over = tickingLearner();
  const ended = await collectEvents(over.learner, { ...options, resumeFrom, timeLimitSeconds: 6 });
  expect(over.requests).toHaveLength(0);
  expect(ended.at(-1)).toMatchObject({ type: 'end', reason: 'time-limit', best: { epoch: 1 } });

  const more = tickingLearner();
  const longer = await collectEvents(more.learner, { ...options, resumeFrom, timeLimitSeconds: 9 });
  expect(more.requests).toHaveLength(3);
  expect(longer.at(-1)).toMatchObject({ reason: 'time-limit', history: [{}, {}, { epoch: 3 }] });
});

test('a time limit without validation ends with the latest weights', async () => {
  const { learner } = tickingLearner();
  const { training, batchSize } = options;
  const events = await collectEvents(learner, { training, batchSize, timeLimitSeconds: 0.5 });
  const end = events.at(-1);
  expect(end).toMatchObject({ reason: 'time-limit', history: [], best: { epoch: 1, step: 2 } });
  expect(end?.type === 'end' && end.best.weights).toEqual(await learner.weights());
});

test('an abort finishes the steps in hand, evaluates and records nothing', async () => {
  const { learner, requests } = fakeLearner((stepCount) => Math.floor(stepCount / 2));
  const controller = new AbortController();
  const events: TrainingEvent[] = [];
  for await (const event of train(learner, { ...options, signal: controller.signal })) {
    events.push(event);
    if (event.type === 'step' && event.epoch === 2) controller.abort();
  }
  expect(requests).toHaveLength(5);
  expect(epochsOf(events)).toHaveLength(1);
  // Before the evaluation, which may take long.
  expect(events.at(-2)).toMatchObject({ type: 'checkpoint', checkpoint: { begun: { stepsDone: 2 } } });
  expect(events.at(-1)).toMatchObject({
    type: 'interrupted',
    epoch: 2,
    stepsDone: 2,
    validation: { accuracy: 0.5 },
    best: { epoch: 1, step: 3, evaluation: { accuracy: 0.25 } },
  });
});

test('an abort before any step of an epoch evaluates nothing', async () => {
  const { learner, requests, evaluatedAfter } = fakeLearner();
  const events = await collectEvents(learner, { ...options, signal: AbortSignal.abort() });
  expect(events.slice(1)).toEqual([{ type: 'interrupted', epoch: 1, stepsDone: 0 }]);
  expect([requests.length, evaluatedAfter.length]).toEqual([0, 0]);
});

test('an abort in the last step of a run comes too late', async () => {
  const { learner } = fakeLearner();
  const controller = new AbortController();
  const events: TrainingEvent[] = [];
  for await (const event of train(learner, { ...options, epochs: 1, signal: controller.signal })) {
    events.push(event);
    if (event.type === 'step' && event.step === 3) controller.abort();
  }
  expect(events.at(-1)).toMatchObject({ type: 'end', reason: 'completed' });
});

test('timers and signals have their turn, though the learner never waits', async () => {
  const { learner } = tickingLearner();
  const controller = new AbortController();
  setTimeout(() => controller.abort(), 0);
  const events = await collectEvents(learner, { ...options, signal: controller.signal });
  expect(events.at(-1)).toMatchObject({ type: 'interrupted', epoch: 1 });
});
