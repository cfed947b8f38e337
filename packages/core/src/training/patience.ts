import type { Evaluation } from './training-event.js';

/** Which figure of the validation set says how good weights are: the smaller loss, or the larger accuracy. */
export type BestBy = 'loss' | 'accuracy';

/** When to give up. */
export interface EarlyStopping {
  /** Evaluations in a row without improvement after which training ends, 1 or more. */
  readonly patience: number;
  /** What counts as improvement: more than this, in nats of loss or as a share of accuracy. @default 0 */
  readonly minimumImprovement?: number;
}

/** @returns whether `evaluation` beats `best`; the first of equals is kept */
export function isBetter(evaluation: Evaluation, best: Evaluation | undefined, by: BestBy): boolean {
  return best === undefined || quality(evaluation, by) > quality(best, by);
}

/**
 * Whether the last `patience` evaluations brought no improvement. It is counted from all evaluations of
 * the run, so that nothing else need be kept for a resume.
 */
export function isPatienceOver(
  evaluations: readonly Evaluation[],
  { patience, minimumImprovement = 0 }: EarlyStopping,
  by: BestBy,
): boolean {
  let reference = -Infinity;
  let withoutImprovement = 0;
  for (const evaluation of evaluations) {
    const value = quality(evaluation, by);
    if (value > reference + minimumImprovement) {
      reference = value;
      withoutImprovement = 0;
    } else {
      withoutImprovement++;
    }
  }
  return withoutImprovement >= patience;
}

/** More is better. */
function quality(evaluation: Evaluation, by: BestBy): number {
  return by === 'loss' ? -evaluation.loss : evaluation.accuracy;
}
