import type { Check, Finding } from './check.js';

// Smallest modules with one instruction of each kind.
// Source: wasm-feature-detect 1.9.0 (GoogleChromeLabs), Apache-2.0.
const simd = [
  0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98,
  11,
];
const relaxedSimd = [
  0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 15, 1, 13, 0, 65, 1, 253, 15, 65, 2,
  253, 15, 253, 128, 2, 11,
];
const threads = [
  0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 5, 4, 1, 3, 1, 1, 10, 11, 1, 9, 0, 65, 0, 254,
  16, 2, 0, 26, 11,
];

const section = 'WebAssembly';

/** What the engine needs of WebAssembly: all Node from 20 on has it, but for relaxed SIMD. */
export const webAssemblyChecks: readonly Check[] = [
  {
    id: 'simd',
    section,
    title: 'SIMD',
    find: () => findFeature(simd, 'Without it the engine cannot compute; use --backend cpu.'),
  },
  {
    id: 'relaxed-simd',
    section,
    title: 'Relaxed SIMD',
    find: () =>
      findFeature(relaxedSimd, 'Only --engine-build relaxed needs it: Node 22 and later have it.', 'note'),
  },
  { id: 'threads', section, title: 'Threads', find: findThreads },
];

function findFeature(module: readonly number[], remedy: string, absent: 'note' | 'bad' = 'bad'): Finding {
  const isThere = WebAssembly.validate(Uint8Array.from(module));
  return isThere
    ? { status: 'good', summary: 'yes', details: { isThere } }
    : { status: absent, summary: 'no', remedy, details: { isThere } };
}

function findThreads(): Finding {
  const remedy = 'Without them the engine cannot compute; use --backend wasm.';
  const finding = findFeature(threads, remedy);
  if (finding.status !== 'good') return finding;
  const { buffer } = new WebAssembly.Memory({ initial: 1, maximum: 1, shared: true });
  if (buffer instanceof SharedArrayBuffer) return { ...finding, summary: 'yes, with shared memory' };
  return { status: 'bad', summary: 'no shared memory', remedy, details: { isThere: false } };
}
