export { markdownTable } from './markdown-table.ts';
export { describeMachine, writeBenchmarks } from './write-benchmarks.ts';
