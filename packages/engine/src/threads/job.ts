// How threads share work without waiting for each other's arrival.
//
// A job is a row of phases; a phase is a number of items that any thread may do, in any order. A phase begins
// when every item of the one before is done, whoever did them. A thread that sleeps, starts late or never
// starts holds nothing up: it takes no items, and the others take them all.
//
//     NEXT    the item to be taken next          all three only ever grow (and wrap around at 2^32), so that
//     LIMIT   items before this one may be taken  a thread that was away cannot mistake an old number for a
//     DONE    items that are done                 new one
//
// The thread that does the last item of a phase begins the next one. EVENTS changes with each phase and at the
// end; threads with nothing to do look at it for a while, then sleep on it.

import { EngineError } from '../errors/engine-error.js';

/** Words of the control region, int32. */
const EVENTS = 0;
const NEXT = 1;
const LIMIT = 2;
const DONE = 3;
const PHASE_START = 4;
const PHASE = 5;
const KIND = 6;
const RUNNING = 7;
const FAILED = 8;
const STOPPED = 9;
const SLEEPERS = 10;
export const CONTROL_WORDS = 16;

/** What a thread does for one item. */
export type PerformItem = (kind: number, phase: number, item: number) => void;

/** How often a thread looks for work before it sleeps: some 20 µs, longer than from one step to the next. */
const LOOKS = 20000;

/** The jobs of a learner or a classifier: one thread gives them and takes part, others serve. */
export class JobBoard {
  /** What was thrown on this thread. */
  private failure: unknown;
  /** Whether this thread may sleep: that of a page may not, and looks on instead. */
  private readonly maySleep: boolean;

  /**
   * @param words int32 `[CONTROL_WORDS]`, shared by all threads, zeros at first
   * @param phases number of items of each phase, for each kind of job
   */
  constructor(
    private readonly words: Int32Array,
    private readonly phases: readonly (readonly number[])[],
  ) {
    this.maySleep = maySleepOn(words);
  }

  /**
   * Does a job, together with all threads that serve.
   *
   * @throws {EngineError} when an item failed, on this thread or another; those behind it were left out then
   */
  run(kind: number, perform: PerformItem): void {
    const { words } = this;
    this.failure = undefined;
    Atomics.store(words, KIND, kind);
    Atomics.store(words, FAILED, 0);
    Atomics.store(words, RUNNING, 1);
    this.beginPhase(0);
    while (true) {
      // Before the look at RUNNING: an end announced between the two must be seen as a change, or this
      // thread would sleep on it.
      const seen = Atomics.load(words, EVENTS);
      if (Atomics.load(words, RUNNING) === 0) break;
      this.doOneOrWait(seen, perform);
    }
    if (Atomics.load(words, FAILED) === 1) throw new EngineError(this.failure);
  }

  /** Takes part in all jobs until they are stopped. */
  serve(perform: PerformItem): void {
    while (true) {
      const seen = Atomics.load(this.words, EVENTS);
      if (Atomics.load(this.words, STOPPED) === 1) return;
      this.doOneOrWait(seen, perform);
    }
  }

  /** Lets all threads that serve end. */
  stop(): void {
    Atomics.store(this.words, STOPPED, 1);
    this.announce();
  }

  private doOneOrWait(seen: number, perform: PerformItem): void {
    const { words } = this;
    const taken = this.take();
    if (taken === undefined) {
      waitForChange(words, seen, this.maySleep);
      return;
    }
    try {
      const item = (taken - Atomics.load(words, PHASE_START)) | 0;
      if (Atomics.load(words, FAILED) === 0) {
        perform(Atomics.load(words, KIND), Atomics.load(words, PHASE), item);
      }
    } catch (error) {
      this.failure = error;
      Atomics.store(words, FAILED, 1);
    }
    this.finish();
  }

  private take(): number | undefined {
    const { words } = this;
    while (true) {
      const next = Atomics.load(words, NEXT);
      if (((Atomics.load(words, LIMIT) - next) | 0) <= 0) return undefined;
      if (Atomics.compareExchange(words, NEXT, next, (next + 1) | 0) === next) return next;
    }
  }

  private finish(): void {
    const { words } = this;
    const done = (Atomics.add(words, DONE, 1) + 1) | 0;
    if (done !== Atomics.load(words, LIMIT)) return;
    const phase = Atomics.load(words, PHASE) + 1;
    if (phase < this.phases[Atomics.load(words, KIND)].length) {
      this.beginPhase(phase);
    } else {
      Atomics.store(words, RUNNING, 0);
      this.announce();
    }
  }

  private beginPhase(phase: number): void {
    const { words } = this;
    const start = Atomics.load(words, LIMIT);
    Atomics.store(words, PHASE, phase);
    Atomics.store(words, PHASE_START, start);
    Atomics.store(words, LIMIT, (start + this.phases[Atomics.load(words, KIND)][phase]) | 0);
    this.announce();
  }

  private announce(): void {
    Atomics.add(this.words, EVENTS, 1);
    // To wake costs tens of microseconds, even where nobody sleeps.
    if (Atomics.load(this.words, SLEEPERS) > 0) Atomics.notify(this.words, EVENTS);
  }
}

function maySleepOn(words: Int32Array): boolean {
  try {
    Atomics.wait(words, EVENTS, Atomics.load(words, EVENTS), 0);
    return true;
  } catch {
    return false;
  }
}

function waitForChange(words: Int32Array, seen: number, maySleep: boolean): void {
  for (let look = 0; look < LOOKS || !maySleep; look++) {
    if (Atomics.load(words, EVENTS) !== seen) return;
  }
  // Counted before the last look, which is wait's own: whoever changes EVENTS after it sees the sleeper.
  Atomics.add(words, SLEEPERS, 1);
  Atomics.wait(words, EVENTS, seen);
  Atomics.sub(words, SLEEPERS, 1);
}
