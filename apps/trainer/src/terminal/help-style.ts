import type { HelpConfiguration } from 'commander';
import { createPaint } from './paint.js';

/** Commander takes the colours away again where the output has none. */
const paint = createPaint(true);

/** How help looks. It wraps at the width of the terminal, but lines over 110 columns read badly. */
export function helpStyle(columns: number | undefined): HelpConfiguration {
  return {
    showGlobalOptions: true,
    helpWidth: Math.min(columns ?? 100, 110),
    styleTitle: paint.bold,
    styleCommandText: paint.cyan,
    styleSubcommandText: paint.cyan,
    styleOptionText: paint.cyan,
    styleArgumentText: paint.cyan,
  };
}
