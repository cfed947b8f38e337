import { expect, test } from 'vitest';
import { InvalidArgumentError } from '../errors/invalid-argument-error.js';
import { decodeCheckpoint, encodeCheckpoint } from './checkpoint-bytes.js';
import type { LearningRateSchedule } from './learning-rate-schedule.js';
import { collectEvents, epochsOf, fakeImages, fakeLearner } from './testing/fake-learner.js';
import type { TrainOptions } from './train.js';
import type { TrainingEvent } from './training-event.js';

/** Right answers of 4 after so many steps, up and down. */
const rightAnswers = (stepCount: number) => [0, 1, 1, 3, 2, 3, 0, 2, 2, 1, 2, 3, 1][stepCount] ?? 1;
/** Three steps an epoch. */
const base = { training: fakeImages(5), validation: fakeImages(4), batchSize: 2, seed: 3 };
const withoutTimes = (event: TrainingEvent | undefined) =>
  JSON.parse(JSON.stringify(event, (key, value) => (key === 'seconds' ? undefined : value)));
const lastEpoch = (events: readonly TrainingEvent[]) => withoutTimes(epochsOf(events).at(-1));

const schedules: LearningRateSchedule[] = [
  { kind: 'constant', rate: 0.01 },
  { kind: 'step', rate: 0.01, everySteps: 4 },
  { kind: 'cosine', rate: 0.01 },
  { kind: 'one-cycle', peak: 0.01 },
];

const runs: [string, TrainOptions][] = [
  ...schedules.map((schedule): [string, TrainOptions] => [schedule.kind, { ...base, epochs: 4, schedule }]),
  ['validation every 2 steps', { ...base, epochs: 4, validateEvery: { steps: 2 } }],
  ['the best by accuracy', { ...base, epochs: 4, bestBy: 'accuracy' }],
  ['early stopping', { ...base, epochs: 4, earlyStopping: { patience: 2 } }],
  [
    'early stopping within an epoch',
    { ...base, epochs: 4, validateEvery: { steps: 2 }, earlyStopping: { patience: 3 } },
  ],
];

test.each(runs)('stopped after any epoch it goes on to the same bits: %s', async (_title, options) => {
  const whole = fakeLearner(rightAnswers);
  const wholeEvents = await collectEvents(whole.learner, options);
  const epochs = epochsOf(wholeEvents);
  for (const { checkpoint, record } of epochs) {
    const resumed = fakeLearner(rightAnswers);
    const resumeFrom = decodeCheckpoint(encodeCheckpoint(checkpoint));
    const events = await collectEvents(resumed.learner, { ...options, resumeFrom });
    expect(events[0]).toMatchObject({ type: 'start', completedEpochs: record.epoch });
    expect(resumed.requests).toEqual(whole.requests.slice(record.epoch * 3));
    if (record.epoch < epochs.length) expect(lastEpoch(events)).toEqual(lastEpoch(wholeEvents));
    expect(withoutTimes(events.at(-1))).toEqual(withoutTimes(wholeEvents.at(-1)));
    expect(await resumed.learner.weights()).toEqual(await whole.learner.weights());
  }
});

test.each(schedules.slice(0, 2))(
  '$kind: a finished run is extended as if it had been longer',
  async (schedule) => {
    const options = { ...base, schedule };
    const whole = await collectEvents(fakeLearner(rightAnswers).learner, { ...options, epochs: 5 });
    const short = await collectEvents(fakeLearner(rightAnswers).learner, { ...options, epochs: 2 });
    const resumeFrom = epochsOf(short)[1].checkpoint;
    const extended = await collectEvents(fakeLearner(rightAnswers).learner, {
      ...options,
      epochs: 5,
      resumeFrom,
    });
    expect(lastEpoch(extended)).toEqual(lastEpoch(whole));
  },
);

test.each(schedules.slice(2))(
  '$kind: a finished run starts the schedule again over the added epochs',
  async (schedule) => {
    const options = { ...base, schedule };
    const short = fakeLearner();
    const shortEvents = await collectEvents(short.learner, { ...options, epochs: 2 });
    const extended = fakeLearner();
    const events = await collectEvents(extended.learner, {
      ...options,
      epochs: 4,
      resumeFrom: epochsOf(shortEvents)[1].checkpoint,
    });
    const rates = (fake: typeof short) => fake.requests.map((request) => request.learningRate);
    expect(rates(extended)).toEqual(rates(short));
    expect(new Set(rates(short)).size).toBeGreaterThan(2);

    // Stopped within the extension, it goes on in the same schedule.
    const resumed = fakeLearner();
    const resumeFrom = epochsOf(events)[0].checkpoint;
    await collectEvents(resumed.learner, { ...options, epochs: 4, resumeFrom });
    expect(rates(resumed)).toEqual(rates(short).slice(3));
  },
);

test('a schedule that depends on the number of epochs must end before it is extended', async () => {
  const options: TrainOptions = { ...base, schedule: { kind: 'one-cycle', peak: 0.01 } };
  const events = await collectEvents(fakeLearner().learner, { ...options, epochs: 4 });
  const resumeFrom = epochsOf(events)[2].checkpoint;
  const error = await collectEvents(fakeLearner().learner, { ...options, epochs: 6, resumeFrom }).catch(
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(InvalidArgumentError);
  expect((error as Error).message).toBe(
    'Argument "epochs": expected 4, got 6. The one-cycle schedule of this run ends with epoch 4, and only 3 are done; go on to its end, then extend it.',
  );
});
