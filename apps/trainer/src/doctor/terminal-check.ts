import { wantsColour } from '../terminal/paint.js';
import { showsUnicode } from '../terminal/unicode.js';
import type { Check } from './check.js';

/** What the output goes to. */
export const terminalCheck: Check = {
  id: 'terminal',
  section: 'Terminal',
  title: 'Output',
  find() {
    const { columns, isTTY = false } = process.stdout;
    const hasColour = wantsColour(process.stdout, process.env);
    const hasUnicode = showsUnicode(process.env, process.platform);
    const kind = isTTY ? `a terminal, ${columns} columns` : 'no terminal';
    return {
      status: 'good',
      summary: `${kind}, ${hasColour ? 'colour' : 'no colour'}, ${hasUnicode ? 'Unicode' : 'ASCII'}`,
      details: { isTerminal: isTTY, columns: columns ?? null, hasColour, hasUnicode },
    };
  },
};
