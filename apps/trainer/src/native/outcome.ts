/** Why something did not work, and what a person can do about it. Each is one sentence or more. */
export interface Failure {
  readonly reason: string;
  readonly remedy: string;
}

/** What came of trying: a value, or why there is none. One way that fails only means that the next is tried. */
export type Outcome<Value> = { readonly value: Value } | { readonly failure: Failure };

export const succeeded = <Value>(value: Value): Outcome<Value> => ({ value });

export const failed = (reason: string, remedy: string): { readonly failure: Failure } => ({
  failure: { reason, remedy },
});
