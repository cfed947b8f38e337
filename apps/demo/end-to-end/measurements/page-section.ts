import { describeMachine, markdownTable } from '@lenet/bench';
import type { firstAnswerBytes } from './first-answer-bytes.ts';
import type { firstAnswerTimes } from './first-answer-times.ts';
import type { memoryGrowth } from './memory-growth.ts';
import type { penToAnswer } from './pen-to-answer.ts';

type Result<Measure extends (...given: never[]) => unknown> = Awaited<ReturnType<Measure>>;

/** What was measured, and on which machine. */
export interface PageFigures {
  /** Share of the cores that other programs used before, 0 … 1. */
  readonly others: number;
  /** Of the browser. */
  readonly version: string;
  readonly firstAnswerBytes: Result<typeof firstAnswerBytes>;
  readonly firstAnswerWarm: Result<typeof firstAnswerTimes>;
  readonly penEngine: Result<typeof penToAnswer>;
  readonly penWasm: Result<typeof penToAnswer>;
  readonly memory: Result<typeof memoryGrowth>;
}

/** The section of docs/benchmarks.md. */
export function pageSection(figures: PageFigures): string {
  const { others, version, firstAnswerBytes: bytes, firstAnswerWarm: warm, memory } = figures;
  const pens = [
    { name: 'engine', ...figures.penEngine },
    { name: 'TensorFlow.js, WebAssembly', ...figures.penWasm },
  ];
  const rows = [
    ['what', 'measured', 'goal'],
    ...pens.flatMap(({ name, answeredMedianMilliseconds, paintedMedianMilliseconds }) => [
      [`pointer event to answer, ${name}`, milliseconds(answeredMedianMilliseconds), 'at most 16 ms'],
      [`pointer event to painted answer, ${name}`, milliseconds(paintedMedianMilliseconds), 'at most 34 ms'],
    ]),
    [
      'navigation to first answer, everything cached',
      milliseconds(warm.medianMilliseconds),
      'at most 500 ms',
    ],
    ['first visit to first answer, gzip', kilobytes(bytes.total), 'at most 260 kB'],
    [
      `heap after ${memory.drawings.toLocaleString('en')} drawings`,
      `${kilobytes(memory.after.heapBytes)}, before ${kilobytes(memory.before.heapBytes)}`,
      'no growth',
    ],
    ['elements then', `${memory.after.nodes}, before ${memory.before.nodes}`, 'no growth'],
  ];
  return [
    '## The drawing page',
    `The script \`measure\` of \`apps/demo\` on ${describeMachine()}; Chromium ${version}, without a graphics card. Other programs used ${Math.round(100 * others)} % of the cores before.`,
    'Times are medians: of the answers while ten digits are drawn, from the time stamp of the pointer event; of seven visits with a drawing on the paper.',
    markdownTable(rows, [1, 2]),
  ].join('\n\n');
}

function milliseconds(value: number): string {
  return `${value.toFixed(value < 100 ? 1 : 0)} ms`;
}

function kilobytes(bytes: number): string {
  return `${Math.round(bytes / 1000).toLocaleString('en')} kB`;
}
