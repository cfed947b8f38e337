import { type Backend, backendNames } from './backend';

/** Who steps in, in this order. */
const order: readonly Backend[] = ['engine', 'wasm', 'cpu'];

/**
 * Chooses who reads instead of a backend that failed.
 *
 * @param failed all backends that do not work here
 * @returns undefined where none is left
 */
export function nextBackend(failed: ReadonlySet<Backend>): Backend | undefined {
  return order.find((backend) => !failed.has(backend));
}

/** A sentence for the visitor. */
export function fallbackWords(failed: Backend, problem: string, next: Backend): string {
  return `${backendNames[failed]} did not start (${problem}). ${backendNames[next]} reads instead, with the same answers.`;
}
