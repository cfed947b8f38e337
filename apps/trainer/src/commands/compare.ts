// `lenet compare`: finished runs -> tables in the terminal, and a page on request.
import { join } from 'node:path';
import { collectRuns } from '../comparison/collect-runs.js';
import { type Comparison, compareRuns } from '../comparison/comparison.js';
import { comparisonJson } from '../comparison/comparison-json.js';
import { comparisonText } from '../comparison/comparison-text.js';
import { writeOutputFile } from '../files/write-output-file.js';
import { RunsLeftOutError } from './runs-left-out-error.js';

const WIDTH_WITHOUT_TERMINAL = 100;

export async function runCompareCommand(
  paths: readonly string[],
  { out, json = false }: { out?: string; json?: boolean },
): Promise<void> {
  const collected = await collectRuns(paths);
  for (const { message } of collected.problems) process.stderr.write(`Left out: ${message}\n`);
  const comparison = compareRuns(collected);
  const page = out === undefined ? undefined : await writeComparison(comparison, out);
  if (json) {
    process.stdout.write(`${JSON.stringify(comparisonJson(comparison))}\n`);
  } else {
    process.stdout.write(comparisonText(comparison, process.stdout.columns ?? WIDTH_WITHOUT_TERMINAL));
    if (page) process.stdout.write(`\nPage: ${page}\n`);
  }
  if (collected.problems.length > 0) throw new RunsLeftOutError(collected.problems.length);
}

/** @returns path of the page */
async function writeComparison(comparison: Comparison, folder: string): Promise<string> {
  // What draws is loaded where something is drawn.
  const { comparisonFigure, comparisonPanels } = await import('../comparison/comparison-figure.js');
  const { renderComparisonPage } = await import('../comparison/comparison-page.js');
  const { renderPng } = await import('../report/figures/render-png.js');
  const curves = comparisonFigure(comparison.runs);
  const page = join(folder, 'compare.html');
  await writeOutputFile(join(folder, 'curves.svg'), curves.svg);
  await writeOutputFile(join(folder, 'curves.png'), renderPng(curves));
  await writeOutputFile(
    join(folder, 'compare.json'),
    `${JSON.stringify(comparisonJson(comparison), undefined, 2)}\n`,
  );
  await writeOutputFile(
    page,
    renderComparisonPage(comparison, comparisonPanels(comparison.runs), new Date()),
  );
  return page;
}
