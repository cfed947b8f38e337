/** A fenced block of a document. */
export interface CodeBlock {
  /** Empty for output. */
  readonly language: string;
  /** Why it is not run, or undefined: "```sh no-run: it publishes". */
  readonly exception?: string;
  readonly code: string;
  /** Of its first line of code, counted from 1. */
  readonly line: number;
}

/**
 * The fenced blocks of a text, in its order.
 *
 * @throws Error for a block that nothing closes, and for another mark than `no-run`, or `no-run: reason`
 */
export function codeBlocks(text: string): CodeBlock[] {
  const lines = text.split('\n');
  const blocks: CodeBlock[] = [];
  for (let index = 0; index < lines.length; index++) {
    const opening = /^(\s*)```(\w*) *(.*?)\s*$/.exec(lines[index]);
    if (opening === null) continue;
    const [, indent, language, mark] = opening;
    const exception = /^no-run(?:: (.+))?$/.exec(mark);
    if (mark !== '' && exception === null) {
      throw new Error(`line ${index + 1}: expected "no-run: reason" behind the language, got "${mark}".`);
    }
    const end = lines.findIndex((line, other) => other > index && /^\s*```\s*$/.test(line));
    if (end < 0) throw new Error(`line ${index + 1}: expected an end of this block, got none.`);
    blocks.push({
      language,
      ...(exception !== null && { exception: exception[1] ?? '' }),
      code: lines
        .slice(index + 1, end)
        .map((line) => line.slice(indent.length))
        .join('\n'),
      line: index + 2,
    });
    index = end;
  }
  return blocks;
}
