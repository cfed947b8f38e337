/** One column of a table in the terminal. */
export interface TextColumn {
  readonly heading: string;
  /** @default 'left' */
  readonly align?: 'left' | 'right';
}

/**
 * A table with a line under its headings; columns are as wide as what is in them.
 *
 * @param rows one text for each column
 * @returns lines that end with a line feed each
 */
export function textTable(columns: readonly TextColumn[], rows: readonly (readonly string[])[]): string {
  const headings = columns.map(({ heading }) => heading);
  const widths = headings.map((heading, column) =>
    Math.max(heading.length, ...rows.map((row) => row[column].length)),
  );
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) =>
        columns[column].align === 'right' ? cell.padStart(widths[column]) : cell.padEnd(widths[column]),
      )
      .join('  ')
      .trimEnd();
  const rule = widths.map((width) => '─'.repeat(width)).join('  ');
  return [line(headings), rule, ...rows.map(line), ''].join('\n');
}
