/** What `--backend` takes. */
export const backendChoices = ['auto', 'node', 'wasm', 'cpu'] as const;

export type BackendChoice = (typeof backendChoices)[number];
