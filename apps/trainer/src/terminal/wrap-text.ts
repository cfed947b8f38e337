/**
 * Breaks a text at its spaces. A word that is longer than a line has one to itself.
 *
 * @param width letters of a line, 1 or more
 * @returns the lines, one or more
 */
export function wrapText(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line];
}
