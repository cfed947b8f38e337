import { textTable } from '../commands/text-table.js';
import { percentText } from '../report/number-text.js';
import type { Measurements } from './measurements.js';

/** The table of robustness for a terminal. */
export function robustnessText({ rows, asIs, normalised, images }: Measurements['robustness']): string {
  const percent = (share: number) => percentText(share, 1).replace(' %', '');
  const right = { align: 'right' } as const;
  const body = rows.flatMap(({ kind, unit, strengths }) => [
    [kind, unit, 'strength', ...strengths.map(({ strength }) => String(strength))],
    ['', '', 'as it is', ...strengths.map((measured) => percent(measured.asIs))],
    ['', '', 'normalised', ...strengths.map((measured) => percent(measured.normalised))],
  ]);
  return `Robustness: percent of ${images} distorted images read right. Undistorted: ${percent(asIs)} as they are, ${percent(normalised)} normalised.\n\n${textTable(
    [
      { heading: 'Distortion' },
      { heading: 'in' },
      { heading: '' },
      ...[1, 2, 3, 4, 5].map((step) => ({ heading: String(step), ...right })),
    ],
    body,
  )}`;
}
