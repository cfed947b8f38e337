import { renderPng } from './figures/render-png.js';
import { renderReport } from './render-report.js';
import type { ReportInput } from './report-input.js';

/**
 * Writes the report of a run: `report/index.html`, and each figure as `report/<name>.svg` and
 * `report/<name>.png`. Files of an earlier report are replaced.
 *
 * @param write takes the name of a file in the run folder, and its content
 * @returns name of the page in the run folder
 * @throws what `write` throws
 */
export async function writeReport(
  input: ReportInput,
  write: (name: string, content: string | Uint8Array) => Promise<void>,
): Promise<string> {
  const { page, figures } = await renderReport(input);
  for (const figure of figures) {
    await write(`report/${figure.name}.svg`, figure.svg);
    await write(`report/${figure.name}.png`, renderPng(figure));
  }
  await write('report/index.html', page);
  return 'report/index.html';
}
