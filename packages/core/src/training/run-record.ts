import { NonFiniteLossError } from '../errors/non-finite-loss-error.js';
import { evaluateLogits } from '../losses/evaluate-logits.js';
import type { BestWeights, Checkpoint } from './checkpoint.js';
import type { Learner } from './learner.js';
import { isBetter, isPatienceOver } from './patience.js';
import type { ResolvedTrainOptions } from './train-options.js';
import type { EpochRecord, Evaluation, EvaluationRecord } from './training-event.js';

/** What a run has come to so far; begun from a checkpoint, as if it had never stopped. */
export interface RunRecord {
  readonly history: EpochRecord[];
  readonly evaluations: EvaluationRecord[];
  best: BestWeights | undefined;
  /** Evaluates the validation images, if there are any, and records nothing. */
  evaluate(): Promise<Evaluation | undefined>;
  /** Keeps the weights of now where they are the best; without any evaluation, the latest are. */
  offerWeights(at: { epoch: number; step: number }, evaluation: Evaluation | undefined): Promise<boolean>;
  /**
   * The run as it is now.
   *
   * @param at steps done of an epoch, none of them queued
   */
  takeCheckpoint(at: { epoch: number; step: number }): Promise<Checkpoint>;
  isOutOfPatience(): boolean;
  /** Of the epochs done. */
  seconds(): number;
}

export function createRunRecord(
  learner: Learner,
  options: ResolvedTrainOptions,
  scheduleEpochs: Checkpoint['scheduleEpochs'],
): RunRecord {
  const { resumeFrom, validation, bestBy, earlyStopping } = options;
  const record: RunRecord = {
    history: [...(resumeFrom?.history ?? [])],
    evaluations: [...(resumeFrom?.evaluations ?? [])],
    best: resumeFrom?.best,
    async evaluate() {
      if (!validation) return undefined;
      const logits = await learner.predict(validation);
      const evaluation = evaluateLogits(logits, validation.labels, validation.classCount);
      if (Number.isFinite(evaluation.loss)) return evaluation;
      throw new NonFiniteLossError({ step: (await learner.state()).stepCount, loss: evaluation.loss });
    },
    async offerWeights(at, evaluation) {
      const best = record.best?.evaluation;
      const isBest = evaluation ? isBetter(evaluation, best, bestBy) : best === undefined;
      if (!isBest) return false;
      const weights = await learner.weights();
      // No evaluation has looked at them, and the loss of the last step is that of the weights before it.
      if (!evaluation && !weights.every(({ values }) => values.every(Number.isFinite))) {
        throw new NonFiniteLossError({ step: (await learner.state()).stepCount, loss: Number.NaN });
      }
      record.best = { ...at, ...(evaluation && { evaluation }), weights };
      return true;
    },
    async takeCheckpoint({ epoch, step }) {
      const { history, evaluations, best } = record;
      const isLastBest = best?.epoch === epoch && best.step === step;
      return {
        weights: isLastBest ? best.weights : await learner.weights(),
        state: await learner.state(),
        history: [...history],
        evaluations: [...evaluations],
        ...(best && { best }),
        scheduleEpochs,
      };
    },
    isOutOfPatience: () =>
      earlyStopping !== undefined && isPatienceOver(record.evaluations, earlyStopping, bestBy),
    seconds: () => record.history.reduce((sum, { seconds }) => sum + seconds, 0),
  };
  return record;
}
