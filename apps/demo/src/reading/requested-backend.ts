/** What computes: WebAssembly, or plain JavaScript, which runs everywhere and is slower. */
export type Backend = 'wasm' | 'cpu';

/**
 * Reads `?backend=` of the page's address.
 *
 * @param search `location.search`
 * @returns the backend, and a word for the visitor where the address names none that exists.
 *   @default wasm
 */
export function requestedBackend(search: string): { backend: Backend; notice: string | undefined } {
  const name = new URLSearchParams(search).get('backend');
  if (name === null || name === 'wasm' || name === 'cpu')
    return { backend: name ?? 'wasm', notice: undefined };
  return { backend: 'wasm', notice: `There is no backend "${name}": wasm and cpu exist. Using wasm.` };
}
