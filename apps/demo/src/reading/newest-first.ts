/** Numbers and orders questions, so that an old answer never replaces a newer one. */
export interface NewestFirst<Question> {
  /**
   * Asks now, or as soon as the answer under way has come. Of the questions that wait only the newest is
   * asked.
   */
  ask(question: Question): void;
  /** Everything asked so far has lost its meaning: its answers will not be shown. */
  forget(): void;
  /** Somebody else answers from now on: the newest question is asked again, at once. */
  askAgain(): void;
  /**
   * To be called once for each question that was sent.
   *
   * @returns whether its answer may be shown
   */
  answered(sequence: number): boolean;
  /** @returns whether the answer to the newest question has come */
  isSettled(): boolean;
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
  /** The question under way, and the newest one, which may be the same. */
  let underWay: number | undefined;
  let newest: { sequence: number; question: Question } | undefined;
  let isNewestSent = true;

  function sendNewest() {
    if (underWay !== undefined || newest === undefined || isNewestSent) return;
    isNewestSent = true;
    underWay = newest.sequence;
    send(newest.sequence, newest.question);
  }

  function ask(question: Question) {
    newest = { sequence: ++lastSequence, question };
    isNewestSent = false;
    sendNewest();
  }

  return {
    ask,
    forget() {
      lastForgotten = lastSequence;
      newest = undefined;
    },
    askAgain() {
      underWay = undefined;
      lastForgotten = lastSequence;
      if (newest !== undefined) ask(newest.question);
    },
    answered(sequence) {
      if (sequence === underWay) {
        underWay = undefined;
        sendNewest();
      }
      return sequence > lastForgotten;
    },
    isSettled: () => underWay === undefined,
  };
}
