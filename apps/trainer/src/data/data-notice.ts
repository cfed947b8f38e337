/** Something about the data that the user should know though the work goes on. */
export interface DataNotice {
  /**
   * - `synthetic-instead`: MNIST could not be had, and synthetic digits are used; must not be missed
   * - `cache-damaged`: a file in the cache was not the published one and is fetched again
   * - `cache-unusable`: the cache could not be read or written; the data is used all the same
   */
  readonly kind: 'synthetic-instead' | 'cache-damaged' | 'cache-unusable';
  /** One line, e.g. for a heading. */
  readonly title: string;
  /** Further lines: reasons, then what to do. */
  readonly lines: readonly string[];
}

/**
 * A notice as text: one that must not be missed in a box, any other as one paragraph.
 *
 * @param width largest width of the box, in columns: longer lines are wrapped, and a longer word widens the box.
 *   @default 80
 */
export function formatNotice(notice: DataNotice, width = 80): string {
  if (notice.kind !== 'synthetic-instead') return `${[notice.title, ...notice.lines].join(' ')}\n`;
  const lines = [notice.title.toUpperCase(), '', ...notice.lines].flatMap((line) => wrap(line, width - 4));
  const inner = Math.max(...lines.map((line) => line.length));
  const rows = lines.map((line) => `│ ${line.padEnd(inner)} │`);
  return [`┌${'─'.repeat(inner + 2)}┐`, ...rows, `└${'─'.repeat(inner + 2)}┘`, ''].join('\n');
}

function wrap(text: string, width: number): string[] {
  // The lines of an item stand under its text.
  const indent = text.startsWith('- ') ? '  ' : '';
  const lines: string[] = [];
  let line = text.slice(0, indent.length);
  let isEmpty = true;
  for (const word of text.slice(indent.length).split(' ')) {
    if (!isEmpty && line.length + 1 + word.length > width) {
      lines.push(line);
      line = indent;
      isEmpty = true;
    }
    line += isEmpty ? word : ` ${word}`;
    isEmpty = false;
  }
  return [...lines, line];
}
