import type { Paint } from '../terminal/paint.js';
import { wrapText } from '../terminal/wrap-text.js';
import type { CheckResult, CheckStatus } from './check.js';

/** How lines are written. */
export interface RenderOptions {
  readonly paint: Paint;
  readonly hasUnicode: boolean;
  /** Letters of a line. */
  readonly width: number;
  /** Letters of the longest title. */
  readonly titleWidth: number;
}

const signs: Record<CheckStatus, { unicode: string; ascii: string; colour: 'green' | 'yellow' | 'red' }> = {
  good: { unicode: '✓', ascii: '+', colour: 'green' },
  note: { unicode: '–', ascii: '-', colour: 'yellow' },
  bad: { unicode: '✗', ascii: 'x', colour: 'red' },
};

/** The sign of a status, as it stands before a line. */
export function signOf(
  status: CheckStatus,
  { paint, hasUnicode }: Pick<RenderOptions, 'paint' | 'hasUnicode'>,
) {
  const { unicode, ascii, colour } = signs[status];
  return paint[colour](hasUnicode ? unicode : ascii);
}

/** What was found, with the remedy on lines of its own below it. Ends with a line feed. */
export function renderResult(result: CheckResult, options: RenderOptions): string {
  const { width, titleWidth, paint } = options;
  const indent = titleWidth + 6;
  const textWidth = Math.max(30, width - indent);
  const [first, ...rest] = wrapText(result.summary, textWidth);
  const remedy = result.remedy === undefined ? [] : wrapText(result.remedy, textWidth).map(paint.dim);
  return [
    `  ${signOf(result.status, options)} ${result.title.padEnd(titleWidth)}  ${first}`,
    ...[...rest, ...remedy].map((line) => ' '.repeat(indent) + line),
    '',
  ].join('\n');
}
