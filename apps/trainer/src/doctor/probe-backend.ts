import {
  createPlainClassifier,
  evaluateLogits,
  type LabelledImages,
  type Learner,
  LenetError,
  lenetReport,
} from '@lenet/core';
import { generateDigits } from '@lenet/core/synthetic';
import type { EngineBuild } from '@lenet/engine';
import { type Backend, chooseBackend } from '../backends/choose-backend.js';

/** Which backend to try. */
export interface BackendRequest {
  readonly name: Backend['name'];
  /** Of the engine. */
  readonly build?: EngineBuild;
}

/** What a backend did. */
export interface BackendAnswer {
  /** As the learner names itself, e.g. `Lenet engine strict, 2 threads`. */
  readonly backend: string;
  /** Until it was ready for the first step, in milliseconds. */
  readonly loadMs: number;
  /** The first step, in which some backends compile. */
  readonly firstStepMs: number;
  /** The quickest of those that followed; where none did, the first. */
  readonly stepMs: number;
  /** Of the first batch, in nats. */
  readonly loss: number;
}

/** A backend computes, but not what it should. */
class WrongResultError extends LenetError {
  override readonly name = 'WrongResultError';
  readonly remedy = 'Do not train on it; please report it.';

  constructor(readonly reason: string) {
    super(`${reason}.`);
  }
}

/** As in training. */
const BATCH_SIZE = 64;
const MOST_STEPS = 6;
/** A slow backend makes no more than two steps; one whose first takes twice as long, that one only. */
const LONGEST_MS = 1000;
/** Backends add in another order than plain TypeScript; the losses agree to 1e-6. */
const LARGEST_DIFFERENCE = 1e-3;

/**
 * Trains LeNet for some steps, and compares the first with what plain TypeScript makes of the same weights.
 *
 * @throws {BackendUnavailableError} when it cannot be loaded
 * @throws {LenetError} when it computes something else
 */
export async function probeBackend({ name, build }: BackendRequest): Promise<BackendAnswer> {
  const images = generateDigits({ count: BATCH_SIZE, seed: 1 });
  const start = performance.now();
  const backend = await chooseBackend(name, lenetReport, build ? { build } : {});
  const learner = await backend.createLearner(lenetReport, { seed: 1 });
  await learner.load(images);
  const loadMs = performance.now() - start;
  const expected = await plainLoss(learner, images);
  const indices = Uint32Array.from({ length: BATCH_SIZE }, (_, index) => index);
  const times: number[] = [];
  const losses: number[] = [];
  const stepsStart = performance.now();
  for (let elapsedMs = 0; times.length < MOST_STEPS; elapsedMs = performance.now() - stepsStart) {
    if (elapsedMs > (times.length < 2 ? 2 * LONGEST_MS : LONGEST_MS)) break;
    const stepStart = performance.now();
    losses.push((await learner.step({ indices, epoch: 1, learningRate: 1e-3 })).loss);
    times.push(performance.now() - stepStart);
  }
  requireClose(losses[0], expected);
  const answer = {
    backend: learner.backend,
    loadMs,
    firstStepMs: times[0],
    stepMs: Math.min(...(times.length > 1 ? times.slice(1) : times)),
    loss: losses[0],
  };
  await learner.dispose();
  return answer;
}

async function plainLoss(learner: Learner, images: LabelledImages): Promise<number> {
  const plain = createPlainClassifier(learner.architecture, await learner.weights());
  return evaluateLogits(await plain.classify(images), images.labels, images.classCount).loss;
}

/** @throws {LenetError} when a loss is not what plain TypeScript computes */
export function requireClose(loss: number, expected: number): void {
  // Not the other way round: what is not a number is not close.
  if (Math.abs(loss - expected) <= LARGEST_DIFFERENCE) return;
  throw new WrongResultError(
    `it computes something else: expected a loss of ${expected.toFixed(4)} as in plain TypeScript, got ${loss.toFixed(4)}`,
  );
}
