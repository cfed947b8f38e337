/** Numbers and orders questions, so that an old answer never replaces a newer one. */
export interface NewestFirst<Question> {
  /**
   * Asks now, or as soon as the answer under way has come. Of the questions that wait only the newest is
   * asked.
   */
  ask(question: Question): void;
  /** Everything asked so far has lost its meaning: its answers will not be shown. */
  forget(): void;
  /**
   * To be called once for each question that was sent.
   *
   * @returns whether its answer may be shown
   */
  answered(sequence: number): boolean;
}

/**
 * @param send called with one question at a time, and its sequence number: 1, 2, 3 …
 * @example
 * const questions = createNewestFirst((sequence, ink) => worker.postMessage({ sequence, ink }));
 */
export function createNewestFirst<Question>(
  send: (sequence: number, question: Question) => void,
): NewestFirst<Question> {
  let lastSequence = 0;
  let lastForgotten = 0;
  let isBusy = false;
  let waiting: { sequence: number; question: Question } | undefined;

  function sendWaiting() {
    if (isBusy || waiting === undefined) return;
    const { sequence, question } = waiting;
    waiting = undefined;
    isBusy = true;
    send(sequence, question);
  }

  return {
    ask(question) {
      waiting = { sequence: ++lastSequence, question };
      sendWaiting();
    },
    forget() {
      lastForgotten = lastSequence;
      waiting = undefined;
    },
    answered(sequence) {
      isBusy = false;
      sendWaiting();
      return sequence > lastForgotten;
    },
  };
}
