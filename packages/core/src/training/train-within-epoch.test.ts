import { expect, test } from 'vitest';
import { InvalidArgumentError } from '../errors/invalid-argument-error.js';
import type { Checkpoint } from './checkpoint.js';
import { decodeCheckpoint, encodeCheckpoint } from './checkpoint-bytes.js';
import { collectEvents, epochsOf, fakeImages, fakeLearner } from './testing/fake-learner.js';
import { type TrainOptions, train } from './train.js';
import type { TrainingEvent } from './training-event.js';

/** Right answers of 4 after so many steps, up and down. */
const rightAnswers = (stepCount: number) => [0, 1, 1, 3, 2, 3, 0, 2, 2, 1, 2, 3, 1][stepCount] ?? 1;
/** Seven steps an epoch, the last of one image. */
const base = { training: fakeImages(13), validation: fakeImages(4), batchSize: 2, epochs: 3, seed: 3 };
const withoutTimes = (value: unknown) =>
  JSON.parse(JSON.stringify(value, (key, inner) => (key === 'seconds' ? undefined : inner)));
const checkpointsOf = (events: readonly TrainingEvent[]) =>
  events.flatMap((event) => (event.type === 'checkpoint' ? [event.checkpoint] : []));
const stepsOf = ({ begun }: Checkpoint) => begun?.stepsDone;

const runs: [string, TrainOptions][] = [
  ['constant', base],
  ['one-cycle', { ...base, schedule: { kind: 'one-cycle', peak: 0.01 } }],
  ['validation every 2 steps', { ...base, validateEvery: { steps: 2 } }],
  ['no validation', { training: base.training, batchSize: 2, epochs: 3 }],
  [
    'early stopping within an epoch',
    { ...base, validateEvery: { steps: 2 }, earlyStopping: { patience: 3 } },
  ],
];

/** Aborts as soon as so many steps are done; up to one more is queued by then. */
async function interruptedAfter(steps: number, options: TrainOptions) {
  const controller = new AbortController();
  const { learner } = fakeLearner(rightAnswers);
  const events: TrainingEvent[] = [];
  let stepsDone = 0;
  for await (const event of train(learner, { ...options, signal: controller.signal })) {
    events.push(event);
    if (event.type === 'step' && ++stepsDone === steps) controller.abort();
  }
  return events;
}

test.each(runs)('interrupted after any step it goes on to the same bits: %s', async (_title, options) => {
  const whole = fakeLearner(rightAnswers);
  const wholeEvents = await collectEvents(whole.learner, options);
  for (let steps = 1; steps < whole.requests.length; steps++) {
    const events = await interruptedAfter(steps, options);
    const checkpoints = [...checkpointsOf(events), ...epochsOf(events).map((event) => event.checkpoint)];
    for (const checkpoint of checkpoints) {
      const resumed = fakeLearner(rightAnswers);
      const resumeFrom = decodeCheckpoint(encodeCheckpoint(checkpoint));
      const after = await collectEvents(resumed.learner, { ...options, resumeFrom });
      const { stepCount } = checkpoint.state;
      expect(after[0]).toMatchObject({
        completedEpochs: Math.floor(stepCount / 7),
        completedSteps: stepCount % 7,
      });
      expect(resumed.requests).toEqual(whole.requests.slice(stepCount));
      expect(withoutTimes(after.at(-1))).toEqual(withoutTimes(wholeEvents.at(-1)));
      expect(await resumed.learner.weights()).toEqual(await whole.learner.weights());
    }
  }
});

test('gives checkpoints within an epoch as often as it is asked to, with nothing queued', async () => {
  const { learner, requests } = fakeLearner(rightAnswers);
  const events = await collectEvents(learner, { ...base, epochs: 1, checkpointEverySeconds: 1e-9 });
  // Two steps are queued before the first is looked at.
  expect(checkpointsOf(events).map(stepsOf)).toEqual([2, 4, 6]);
  expect(checkpointsOf(events).map(({ state }) => state.stepCount)).toEqual([2, 4, 6]);
  expect(requests).toHaveLength(7);

  const without = fakeLearner(rightAnswers);
  expect(checkpointsOf(await collectEvents(without.learner, base))).toEqual([]);
  expect(await learner.weights()).toEqual(epochsOf(events)[0].checkpoint.weights);
});

test('a run that is interrupted again and again goes on from each checkpoint', async () => {
  const whole = fakeLearner(rightAnswers);
  const wholeEvents = await collectEvents(whole.learner, base);
  let resumeFrom: Checkpoint | undefined;
  let last: TrainingEvent | undefined;
  let sessions = 0;
  do {
    const events = await interruptedAfter(1, { ...base, ...(resumeFrom && { resumeFrom }) });
    resumeFrom = checkpointsOf(events).at(-1) ?? epochsOf(events).at(-1)?.checkpoint;
    last = events.at(-1);
    sessions++;
  } while (last?.type === 'interrupted');
  // Two steps each but for the seventh, three epochs.
  expect(sessions).toBe(12);
  expect(withoutTimes(last)).toEqual(withoutTimes(wholeEvents.at(-1)));
});

test('the evaluation at an interruption enters neither best, patience nor history', async () => {
  const events = await interruptedAfter(3, base);
  expect(events.at(-1)).toMatchObject({ type: 'interrupted', validation: { accuracy: 0.5 } });
  const [checkpoint] = checkpointsOf(events);
  expect(checkpoint).toMatchObject({ history: [], evaluations: [] });
  expect(checkpoint.best).toBeUndefined();
});

test('a time limit leaves a checkpoint that a longer limit goes on from', async () => {
  const whole = fakeLearner(rightAnswers);
  const wholeEvents = await collectEvents(whole.learner, base);
  const short = await collectEvents(fakeLearner(rightAnswers).learner, { ...base, timeLimitSeconds: 1e-9 });
  const [resumeFrom] = checkpointsOf(short);
  expect(short.at(-1)).toMatchObject({ reason: 'time-limit', unfinished: { epoch: 1, stepsDone: 2 } });

  const over = fakeLearner(rightAnswers);
  const again = await collectEvents(over.learner, { ...base, timeLimitSeconds: 1e-9, resumeFrom });
  expect(over.requests).toEqual([]);
  expect(withoutTimes(again.at(-1))).toEqual(withoutTimes(short.at(-1)));

  const longer = await collectEvents(fakeLearner(rightAnswers).learner, { ...base, resumeFrom });
  expect(withoutTimes(longer.at(-1))).toEqual(withoutTimes(wholeEvents.at(-1)));
});

test.each<[Partial<TrainOptions>, string]>([
  [
    { batchSize: 4 },
    'Argument "resumeFrom": expected a begun epoch of 2 steps with 4 of 13 images each, got 4 images. Go on with the images and the batch size of its run.',
  ],
  [
    { training: fakeImages(4) },
    'Argument "resumeFrom": expected a begun epoch of 2 steps with 2 of 4 images each, got 4 images. Go on with the images and the batch size of its run.',
  ],
])('refuses to go on within an epoch of other steps', async (others, message) => {
  const [resumeFrom] = checkpointsOf(await interruptedAfter(1, base));
  const error = await collectEvents(fakeLearner().learner, { ...base, ...others, resumeFrom }).catch(
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(InvalidArgumentError);
  expect((error as Error).message).toBe(message);
});

test('refuses to end before an epoch that was begun', async () => {
  const [resumeFrom] = checkpointsOf(await interruptedAfter(15, base));
  await expect(collectEvents(fakeLearner().learner, { ...base, epochs: 2, resumeFrom })).rejects.toThrow(
    'Argument "epochs": expected 3 or more, got 2. The run that goes on has begun epoch 3.',
  );
});
