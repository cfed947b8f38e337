import { join } from 'node:path';
import { renderPng } from '../report/figures/render-png.js';
import type { RunFolder } from '../run/run-folder.js';
import type { Reproduction } from './reproduction.js';
import { drawReproductionFigures } from './reproduction-figures.js';
import { renderReproductionPage } from './reproduction-page.js';

/**
 * Writes `index.html`, and its figures as SVG and PNG beside it.
 *
 * @returns path of the page
 */
export async function writeReproductionPage(done: Reproduction, folder: RunFolder): Promise<string> {
  const figures = drawReproductionFigures(done);
  for (const figure of Object.values(figures).flat()) {
    await folder.write(`${figure.name}.svg`, figure.svg);
    await folder.write(`${figure.name}.png`, renderPng(figure));
  }
  await folder.write('index.html', renderReproductionPage(done, figures, new Date()));
  return join(folder.path, 'index.html');
}
