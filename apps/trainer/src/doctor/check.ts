/**
 * - `good`: as it should be
 * - `note`: something optional is not there, or could be better
 * - `bad`: broken
 */
export type CheckStatus = 'good' | 'note' | 'bad';

/** What a check found. */
export interface Finding {
  readonly status: CheckStatus;
  /** For people, as a clause without a full stop. */
  readonly summary: string;
  /** What to do about it, in sentences. */
  readonly remedy?: string | undefined;
  /** For programs. */
  readonly details?: Readonly<Record<string, unknown>>;
}

/** Something to look at. */
export interface Check {
  /** For programs, e.g. `backend-engine`. */
  readonly id: string;
  readonly section: string;
  /** For people, short. */
  readonly title: string;
  /** Without it nothing can be trained, whatever else there is. @default false */
  readonly isRequired?: boolean;
  /** May throw, and may take too long. */
  find(): Finding | Promise<Finding>;
}

/** A check that was made. */
export interface CheckResult extends Omit<Check, 'find'>, Finding {
  /** How long it took. */
  readonly milliseconds: number;
}
