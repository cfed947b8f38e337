import type { EpochRecord, EvaluationRecord, TrainingEvent } from '@lenet/core/training';

type StepEvent = Extract<TrainingEvent, { type: 'step' }>;
type EndEvent = Extract<TrainingEvent, { type: 'end' }>;

/** `loss 0.0512  accuracy 0.9843` */
function evaluationText(evaluation: { loss: number; accuracy: number }): string {
  return `loss ${evaluation.loss.toFixed(4)}  accuracy ${evaluation.accuracy.toFixed(4)}`;
}

/** The line that stays when an epoch is done. */
export function epochText(record: EpochRecord, epochs: number): string {
  const validation = record.validation ? `  validation ${evaluationText(record.validation)}` : '';
  return `Epoch ${record.epoch}/${epochs}  ${evaluationText(record.training)}${validation}  ${record.seconds.toFixed(1)} s`;
}

/** The line of a validation within an epoch. */
export function validationText({ epoch, step, ...evaluation }: EvaluationRecord, epochs: number): string {
  return `Epoch ${epoch}/${epochs}  step ${step}  validation ${evaluationText(evaluation)}`;
}

/** Why training ended before its last epoch; nothing when it did not. */
export function endText(event: EndEvent, epochs: number): string | undefined {
  const { reason, unfinished, history } = event;
  if (reason === 'completed') return undefined;
  const where = unfinished
    ? `in epoch ${unfinished.epoch} after ${unfinished.stepsDone} steps`
    : `after ${history.length} of ${epochs} epochs`;
  if (reason === 'time-limit') return `The time limit is over: training ended ${where}.`;
  const { epoch, evaluation } = event.best;
  const best = evaluation ? ` The best was in epoch ${epoch}: ${evaluationText(evaluation)}.` : '';
  return `Validation no longer gets better: training ended ${where}.${best}`;
}

/**
 * The text of a running epoch.
 *
 * @param elapsedSeconds since the epoch began, or was gone on with
 * @param stepsBefore those of the epoch that were done before
 */
export function stepText(
  event: StepEvent,
  epochs: number,
  elapsedSeconds: number,
  stepsBefore: number,
): string {
  const steps = event.step - stepsBefore;
  const rate = ((event.imagesSeen / event.step) * steps) / elapsedSeconds;
  const left = (elapsedSeconds / steps) * (event.stepsPerEpoch - event.step);
  const imagesPerSecond = Math.round(rate).toLocaleString('en');
  return `Epoch ${event.epoch}/${epochs}  ${event.step}/${event.stepsPerEpoch}  ${evaluationText(event.running)}  ${imagesPerSecond} images/s  ${durationText(left)} left`;
}

/** `42 s`, `3 min 05 s` or `1 h 02 min`. */
export function durationText(seconds: number): string {
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${String(whole % 60).padStart(2, '0')} s`;
  return `${Math.floor(whole / 3600)} h ${String(Math.floor((whole % 3600) / 60)).padStart(2, '0')} min`;
}

/** A bar of `width` columns of which `share` (0 … 1) is done. */
export function bar(share: number, width: number): string {
  const done = Math.round(share * width);
  return '━'.repeat(done) + '─'.repeat(width - done);
}
