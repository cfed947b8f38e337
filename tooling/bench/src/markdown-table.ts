/**
 * A table in Markdown, its columns padded so that it reads well as text.
 *
 * @param rows the header first; as many cells each
 * @param numeric columns, counted from 0, that are aligned to the right
 */
export function markdownTable(rows: readonly (readonly string[])[], numeric: readonly number[]): string {
  const widths = rows[0].map((_, column) => Math.max(3, ...rows.map((row) => row[column].length)));
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, column) => pad(cell, widths[column], numeric.includes(column))).join(' | ')} |`;
  const rule = widths.map((width, column) =>
    numeric.includes(column) ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width),
  );
  const [header, ...body] = rows;
  return [line(header), line(rule), ...body.map(line)].join('\n');
}

function pad(cell: string, width: number, isNumeric: boolean): string {
  return isNumeric ? cell.padStart(width) : cell.padEnd(width);
}
