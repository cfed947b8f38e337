/** What is, what was before, and what was undone. */
export interface History<Value> {
  readonly past: readonly Value[];
  readonly present: Value;
  readonly future: readonly Value[];
}

/** As many steps can be undone. */
const LONGEST = 200;

export function createHistory<Value>(present: Value): History<Value> {
  return { past: [], present, future: [] };
}

/** A new present; what was undone before cannot be redone any more. */
export function changed<Value>({ past, present }: History<Value>, next: Value): History<Value> {
  return { past: [...past, present].slice(-LONGEST), present: next, future: [] };
}

/** One step back, where there is one. */
export function undone<Value>(history: History<Value>): History<Value> {
  const { past, present, future } = history;
  if (past.length === 0) return history;
  return { past: past.slice(0, -1), present: past[past.length - 1], future: [present, ...future] };
}

/** One step forward, where there is one. */
export function redone<Value>(history: History<Value>): History<Value> {
  const { past, present, future } = history;
  if (future.length === 0) return history;
  return { past: [...past, present], present: future[0], future: future.slice(1) };
}
