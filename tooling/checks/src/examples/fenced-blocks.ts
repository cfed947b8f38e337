/** A ```ts block of Markdown. */
export interface FencedBlock {
  readonly code: string;
  /** Index of its first line of code among the lines of the text. */
  readonly lineIndex: number;
  /** Whether it is marked `no-run`. */
  readonly isNoRun: boolean;
}

/**
 * The ```ts blocks of a text. Blocks of other languages are left out, so are their insides.
 *
 * @throws Error when a ```ts block has another mark than `no-run`
 */
export function fencedBlocks(text: string): FencedBlock[] {
  const lines = text.split('\n');
  const blocks: FencedBlock[] = [];
  for (let index = 0; index < lines.length; index++) {
    const opening = /^\s*```(\w*) *(.*?)\s*$/.exec(lines[index]);
    if (opening === null) continue;
    const first = index + 1;
    index = first;
    while (index < lines.length && !/^\s*```\s*$/.test(lines[index])) index++;
    const [, language, mark] = opening;
    if (language !== 'ts') continue;
    if (mark !== '' && mark !== 'no-run') {
      throw new Error(`line ${first}: expected \`\`\`ts or \`\`\`ts no-run, got \`\`\`ts ${mark}.`);
    }
    blocks.push({ code: lines.slice(first, index).join('\n'), lineIndex: first, isNoRun: mark !== '' });
  }
  return blocks;
}
