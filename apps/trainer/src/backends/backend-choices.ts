/** What `--backend` takes. */
export const backendChoices = ['auto', 'engine', 'node', 'wasm', 'cpu'] as const;

export type BackendChoice = (typeof backendChoices)[number];

/** What `--engine-build` takes. */
export const engineBuilds = ['strict', 'relaxed'] as const;
