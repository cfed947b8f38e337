import type { Learner, StepRequest, StepResult } from './learner.js';

/**
 * Does the steps in order, one of them always queued ahead.
 *
 * @param shouldStop asked before each step is queued; those that are queued are still done
 */
export async function* runSteps(
  learner: Learner,
  requests: readonly StepRequest[],
  shouldStop: () => boolean,
): AsyncGenerator<{ request: StepRequest; result: StepResult }, void, undefined> {
  const queue: { request: StepRequest; result: Promise<StepResult> }[] = [];
  let queued = 0;
  while (true) {
    while (queue.length < 2 && queued < requests.length && !shouldStop()) {
      const request = requests[queued++];
      const result = learner.step(request);
      // The step before it may fail first, and nobody would look at this one any more.
      result.catch(() => {});
      queue.push({ request, result });
    }
    const next = queue.shift();
    if (!next) return;
    yield { request: next.request, result: await next.result };
  }
}
