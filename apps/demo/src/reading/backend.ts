/**
 * What computes:
 * - `engine`: ours, WebAssembly made for such networks; there at once
 * - `wasm`: TensorFlow.js in WebAssembly
 * - `cpu`: TensorFlow.js in plain JavaScript, which runs everywhere and is slower
 */
export type Backend = 'engine' | 'wasm' | 'cpu';

export const backends: readonly Backend[] = ['engine', 'wasm', 'cpu'];

export const backendNames: Readonly<Record<Backend, string>> = {
  engine: 'Lenet engine',
  wasm: 'TensorFlow.js, WebAssembly',
  cpu: 'TensorFlow.js, plain JavaScript',
};
