// pnpm run bench:core
import { Bench } from 'tinybench';
import { markdownTable } from '../markdown-table.ts';
import { describeMachine, writeBenchmarks } from '../write-benchmarks.ts';
import { type Case, coreCases } from './core-cases.ts';

const cases = coreCases();
const bench = new Bench({ time: 2000, warmupTime: 500 });
for (const { name, run } of cases) bench.add(name, run);
await bench.run();

const rows = cases.map((measured) => {
  const { state, ...result } = bench.getTask(measured.name)!.result;
  if (state !== 'completed' || !('latency' in result)) throw new Error(`${measured.name}: ${state}.`);
  return rowOf(measured, result.latency.p50, result.latency.p99);
});
const table = markdownTable([['what', 'median', '99 of 100 within', 'rate', 'goal'], ...rows], [1, 2, 3, 4]);
process.stdout.write(`${table}\n`);
writeBenchmarks(
  'core',
  ['## @lenet/core', `\`pnpm run bench:core\` on ${describeMachine()}.`, table].join('\n\n'),
);

function rowOf({ name, items, goal }: Case, median: number, slow: number): string[] {
  const rate = items ? perSecond((items.count / median) * 1000, items.unit) : '';
  return [name, milliseconds(median), milliseconds(slow), rate, goal ? goalText(goal, items?.unit) : ''];
}

function goalText(goal: NonNullable<Case['goal']>, unit = ''): string {
  return 'atMostMs' in goal
    ? `at most ${goal.atMostMs} ms`
    : `at least ${perSecond(goal.atLeastPerSecond, unit)}`;
}

function milliseconds(value: number): string {
  return `${value.toPrecision(3)} ms`;
}

function perSecond(rate: number, unit: string): string {
  return `${Math.round(rate).toLocaleString('en')} ${unit}/s`;
}
