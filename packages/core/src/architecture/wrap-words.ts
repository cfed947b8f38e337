/**
 * Lines of at most `width` characters, broken at spaces; of a word that is longer only the beginning is
 * left, on a line of its own, with an ellipsis.
 */
export function wrapWords(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const joined = line === '' ? word : `${line} ${word}`;
    if (joined.length > width && line !== '') {
      lines.push(line);
      line = word;
    } else {
      line = joined;
    }
  }
  return [...lines, line].map((whole) => (whole.length > width ? `${whole.slice(0, width - 1)}…` : whole));
}
