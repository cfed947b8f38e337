import { join } from 'node:path';
import { writeFileWhole } from '../files/write-file-whole.js';
import { renderPng } from './figures/render-png.js';
import { renderReport } from './render-report.js';
import type { ReportInput } from './report-input.js';

/**
 * Writes the report of a run: `report/index.html`, and each figure as `report/<name>.svg` and
 * `report/<name>.png`. Files of an earlier report are replaced.
 *
 * @param runFolder exists; `report/` in it is made where it is missing
 * @returns path of the page
 * @throws what the file system throws, e.g. where the folder cannot be written
 */
export async function writeReport(input: ReportInput, runFolder: string): Promise<string> {
  const { page, figures } = await renderReport(input);
  const folder = join(runFolder, 'report');
  for (const figure of figures) {
    await writeFileWhole(join(folder, `${figure.name}.svg`), figure.svg);
    await writeFileWhole(join(folder, `${figure.name}.png`), renderPng(figure));
  }
  const pagePath = join(folder, 'index.html');
  await writeFileWhole(pagePath, page);
  return pagePath;
}
