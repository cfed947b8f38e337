import { type Backend, backends } from './backend';

/**
 * Reads `?backend=` of the page's address.
 *
 * @param search `location.search`
 * @returns the backend, undefined where none is asked for, and a word for the visitor where the address
 *   names none that exists
 */
export function requestedBackend(search: string): {
  backend: Backend | undefined;
  notice: string | undefined;
} {
  const name = new URLSearchParams(search).get('backend');
  if (name === null) return { backend: undefined, notice: undefined };
  const backend = backends.find((each) => each === name);
  if (backend !== undefined) return { backend, notice: undefined };
  return {
    backend: undefined,
    notice: `There is no backend "${name}": engine, wasm and cpu exist. Using the usual one.`,
  };
}
