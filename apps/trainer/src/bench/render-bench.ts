import { type TextColumn, textTable } from '../commands/text-table.js';
import { countText, percentText } from '../report/number-text.js';
import { type BenchAnswer, type BenchResult, epochSeconds } from './bench-result.js';

/** Share of the cores from which other programs are worth a word. */
const NOTABLE_LOAD = 0.05;

const right = { align: 'right' } as const;
const columns: readonly TextColumn[] = [
  { heading: 'Backend' },
  { heading: 'Epoch', ...right },
  { heading: 'Ratio', ...right },
  { heading: 'Step', ...right },
  { heading: 'Steps', ...right },
  { heading: '1 image', ...right },
  { heading: '1,000 images', ...right },
];

/** A table of what was measured, quickest first, with what is to be known of it. Ends with a line feed. */
export function renderBench(results: readonly BenchResult[]): string {
  const measured = results
    .filter((result): result is { backend: string } & BenchAnswer => 'stepMs' in result)
    .sort((a, b) => a.stepMs - b.stepMs);
  const notes = [
    ...loadNote(measured.filter(({ otherLoad }) => otherLoad >= NOTABLE_LOAD)),
    ...results.flatMap((result) =>
      'stepMs' in result ? [] : `${result.backend}: ${result.unavailable}.${remedyText(result.remedy)}`,
    ),
  ];
  const table = textTable(
    columns,
    measured.map((result) => [
      result.backend,
      secondsText(epochSeconds(result)),
      ratioText(result.stepMs / measured[0].stepMs),
      `${significant(result.stepMs)} ms`,
      countText(result.steps),
      `${rateText(result.oneImage.imagesPerSecond)}/s`,
      `${rateText(result.thousandImages.imagesPerSecond)}/s`,
    ]),
  );
  return `${table}${notes.map((note) => `\n${note}\n`).join('')}`;
}

function loadNote(loaded: readonly ({ backend: string } & BenchAnswer)[]): string[] {
  if (loaded.length === 0) return [];
  const most = percentText(Math.max(...loaded.map(({ otherLoad }) => otherLoad)), 0);
  const names = loaded.map(({ backend }) => backend).join(', ');
  return [
    `Other programs used up to ${most} of the cores meanwhile: without them it would be quicker (${names}). Measure again in quiet.`,
  ];
}

const remedyText = (remedy: string | undefined) => (remedy === undefined ? '' : ` ${remedy}`);
const ratioText = (ratio: number) => `${ratio < 99.5 ? ratio.toFixed(1) : ratio.toFixed(0)}x`;
const significant = (value: number) =>
  value < 100 ? String(Number(value.toPrecision(3))) : value.toFixed(0);
const secondsText = (seconds: number) => `${significant(seconds)} s`;
/** Three digits say all that such a figure can. */
const rateText = (perSecond: number) => countText(Number(perSecond.toPrecision(3)));
