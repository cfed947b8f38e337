import { type Evaluation, type LabelledImages, type Learner, lenetReport } from '@lenet/core';
import { train } from '@lenet/core/training';
import { createLearner } from '@lenet/engine';
import type { Gate } from './gate';
import { makeDigits } from './make-digits';
import { REPORT_MS, type Report } from './messages';
import { HELD_BACK_COUNT, settings, type TrainingPlan } from './plan';

/** The network at the end, and how good it is. */
export interface Trained {
  readonly learner: Learner;
  readonly evaluation: Evaluation;
}

/**
 * Trains a network from scratch and tells how it goes.
 *
 * @param gate holds the training up while it is closed; it takes no time then
 */
export async function runTraining(
  plan: TrainingPlan,
  gate: Gate,
  report: (report: Report) => void,
): Promise<Trained> {
  const { training, heldBack } = await imagesOf(plan, gate, report);
  const { epochs, seed } = plan;
  const { optimizer, ...options } = settings;
  const learner = await createLearner(lenetReport, { seed, optimizer });
  const progress = createProgress(learner, report);
  let evaluation: Evaluation | undefined;
  for await (const event of train(learner, { training, validation: heldBack, epochs, seed, ...options })) {
    if (event.type === 'start') {
      const { stepsPerEpoch, trainingCount, validationCount: heldBackCount } = event;
      const filters = await filtersOf(learner);
      const { backend } = learner;
      report({ kind: 'started', backend, epochs, stepsPerEpoch, trainingCount, heldBackCount, filters });
    } else if (event.type === 'step') {
      await progress.step(event);
    } else if (event.type === 'epoch') {
      await progress.flush();
      evaluation = event.record.validation;
      report({ kind: 'epoch', record: event.record });
    }
    await progress.pauseAt(gate);
  }
  report({ kind: 'finished', evaluation: evaluation!, seconds: progress.seconds() });
  return { learner, evaluation: evaluation! };
}

async function imagesOf(
  { source, seed }: TrainingPlan,
  gate: Gate,
  report: (report: Report) => void,
): Promise<{ training: LabelledImages; heldBack: LabelledImages }> {
  if (source.kind === 'files') return source;
  const total = source.count + HELD_BACK_COUNT;
  const heldBack = await makeDigits({ count: HELD_BACK_COUNT, seed, split: 'test' }, (done) =>
    report({ kind: 'making-digits', done, total }),
  );
  await gate.pass();
  const training = await makeDigits({ count: source.count, seed }, (done) =>
    report({ kind: 'making-digits', done: HELD_BACK_COUNT + done, total }),
  );
  await gate.pass();
  return { training, heldBack };
}

/** Adds up steps, and reports them from time to time. */
function createProgress(learner: Learner, report: (report: Report) => void) {
  const startedAt = performance.now();
  let pausedMs = 0;
  let reportedAt = startedAt;
  let steps = 0;
  /** Sums over the epoch when the last report was made. */
  let reported = { loss: 0, correct: 0, images: 0 };
  let now = reported;

  async function flush() {
    const images = now.images - reported.images;
    if (images === 0) return;
    const recent = {
      loss: (now.loss - reported.loss) / images,
      accuracy: (now.correct - reported.correct) / images,
    };
    const time = performance.now();
    const imagesPerSecond = (images / (time - reportedAt)) * 1000;
    report({ kind: 'progress', steps, recent, imagesPerSecond, filters: await filtersOf(learner) });
    reported = now;
    reportedAt = time;
  }

  return {
    flush,
    async step({ step, imagesSeen, running }: { step: number; imagesSeen: number; running: Evaluation }) {
      if (step === 1) reported = { loss: 0, correct: 0, images: 0 };
      steps++;
      now = {
        loss: running.loss * imagesSeen,
        correct: running.accuracy * imagesSeen,
        images: imagesSeen,
      };
      if (performance.now() - reportedAt >= REPORT_MS) await flush();
    },
    async pauseAt(gate: Gate) {
      const before = performance.now();
      await gate.pass();
      const paused = performance.now() - before;
      pausedMs += paused;
      reportedAt += paused;
    },
    seconds: () => (performance.now() - startedAt - pausedMs) / 1000,
  };
}

async function filtersOf(learner: Learner): Promise<Float32Array> {
  return (await learner.weights())[0].values;
}
