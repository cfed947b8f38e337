/** When the validation set is evaluated, counted over the whole run: every so many epochs, or steps. */
export type ValidationInterval = { readonly epochs: number } | { readonly steps: number };

/** @param step done of that epoch, from 1 to `stepsPerEpoch` */
export function isEvaluationDue(
  interval: ValidationInterval,
  { epoch, step, stepsPerEpoch }: { epoch: number; step: number; stepsPerEpoch: number },
): boolean {
  if ('steps' in interval) return ((epoch - 1) * stepsPerEpoch + step) % interval.steps === 0;
  return step === stepsPerEpoch && epoch % interval.epochs === 0;
}
