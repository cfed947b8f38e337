import { type TextColumn, textTable } from '../commands/text-table.js';
import { durationText } from '../progress/progress-text.js';
import { countText, pValueText } from '../report/number-text.js';
import { settingText } from '../report/setting-text.js';
import { wrapText } from '../terminal/wrap-text.js';
import type { ComparedPair } from './compare-pairs.js';
import { accuracyInterval, type Comparison } from './comparison.js';

/** More pairs than eight runs have are no table that anyone reads: then each with the best. */
const MOST_PAIRS = 28;

const right = (heading: string): TextColumn => ({ heading, align: 'right' });

/**
 * The comparison for a terminal.
 *
 * @param width of the terminal, in columns; what would be wider is set below each other
 */
export function comparisonText(comparison: Comparison, width: number): string {
  return [
    runsTable(comparison, width),
    ...comparison.groups.map((group) => `${groupText(comparison, group.path)}\n`),
    ...settingTables(comparison, width),
    pairsTable(comparison),
    `${wrapText(pairsNote(comparison), width).join('\n')}\n`,
  ].join('\n');
}

function runsTable({ runs }: Comparison, width: number): string {
  const columns = [
    right('Run'),
    { heading: 'Folder' },
    right('Validation'),
    right('Test accuracy'),
    right('95 % interval'),
    right('Test loss'),
    right('Epochs'),
    right('Time'),
  ];
  const rows = runs.map((run, index) => [
    String(index + 1),
    run.path,
    run.validation?.accuracy.toFixed(4) ?? 'none',
    run.test.accuracy.toFixed(4),
    intervalText(accuracyInterval(run)),
    run.test.loss.toFixed(4),
    String(run.epochs),
    durationText(run.seconds),
  ]);
  const table = textTable(columns, rows);
  if (table.indexOf('\n') <= width) return table;
  const isFolder = (column: number) => column === 1;
  const folders = runs.map(({ path }, index) => `${index + 1}  ${path}\n`).join('');
  const narrow = textTable(
    columns.filter((_, column) => !isFolder(column)),
    rows.map((row) => row.filter((_, column) => !isFolder(column))),
  );
  return `${folders}\n${narrow}`;
}

/** `.9858 to .9900` */
export function intervalText([lower, upper]: readonly [number, number]): string {
  return `${lower.toFixed(4)} to ${upper.toFixed(4)}`;
}

/** What the runs of a sweep came to, in a sentence. */
export function groupText({ groups }: Pick<Comparison, 'groups'>, path: string): string {
  const { runs, accuracy, loss } = groups.find((group) => group.path === path)!;
  const numbers = runs.map((run) => run + 1).join(', ');
  const meanText = (mean: number, deviation: number) =>
    runs.length > 1 ? `${mean.toFixed(4)} ± ${deviation.toFixed(4)}` : mean.toFixed(4);
  return `Sweep ${path} (${runs.length === 1 ? 'run' : 'runs'} ${numbers}): accuracy ${meanText(accuracy.mean, accuracy.deviation)}, loss ${meanText(loss.mean, loss.deviation)}`;
}

/** As many runs in each table as there is room for. */
function settingTables({ settings, runs }: Comparison, width: number): string[] {
  if (settings.length === 0) return ['All settings are the same.\n'];
  const cells = settings.map(({ values }) => values.map(valueText));
  const widths = runs.map((_, run) =>
    Math.max(String(run + 1).length, ...cells.map((values) => values[run].length)),
  );
  const nameWidth = Math.max('Setting'.length, ...settings.map(({ name }) => name.length));
  const tables: string[] = [];
  for (let first = 0; first < runs.length; ) {
    let end = first + 1;
    let used = nameWidth + 2 + widths[first];
    while (end < runs.length && used + 2 + widths[end] <= width) used += 2 + widths[end++];
    const shown = Array.from({ length: end - first }, (_, offset) => first + offset);
    tables.push(
      textTable(
        [{ heading: 'Setting' }, ...shown.map((run) => right(String(run + 1)))],
        settings.map(({ name }, row) => [name, ...shown.map((run) => cells[row][run])]),
      ),
    );
    first = end;
  }
  return tables;
}

/** A value of a setting; `none` where a run does not have it. */
export function valueText(value: unknown): string {
  return value === undefined ? 'none' : settingText(value);
}

/** The pairs that are shown: all, or where they are many those with the best. */
export function shownPairs({ runs, pairs }: Comparison): readonly ComparedPair[] {
  if (pairs.length <= MOST_PAIRS) return pairs;
  const best = runs.reduce(
    (best, { test }, run) => (test.accuracy > runs[best].test.accuracy ? run : best),
    0,
  );
  return pairs.filter(({ first, second }) => first === best || second === best);
}

function pairsTable(comparison: Comparison): string {
  const columns = [
    { heading: 'Runs' },
    right('Only the first right'),
    right('Only the second right'),
    right('p'),
    right('p, corrected'),
  ];
  const rows = shownPairs(comparison).map((pair) => [
    `${pair.first + 1}, ${pair.second + 1}`,
    countText(pair.onlyFirstRight),
    countText(pair.onlySecondRight),
    pValueText(pair.pValue),
    pValueText(pair.correctedPValue),
  ]);
  return textTable(columns, rows);
}

/** How the table of pairs is to be read. */
export function pairsNote(comparison: Comparison): string {
  const { runs, pairs } = comparison;
  const shown = shownPairs(comparison).length;
  const which =
    shown < pairs.length
      ? `The pairs with the best run; all ${pairs.length} are in --json and in compare.json of --out. `
      : '';
  const correction = pairs.length > 1 ? `, corrected by Holm for ${pairs.length} tests at once` : '';
  return `${which}McNemar's exact test, two-sided, on ${countText(runs[0].labels.length)} test images of ${runs[0].data.title}${correction}: with p below 0.05 the two networks differ by more than chance in these images. Of other seeds of the same settings it says nothing; compare sweeps for that.`;
}
