import { namedSources } from '../data/load-data.js';
import type { DescribedValue } from './describe-commands.js';

/** A text as one word of bash or zsh. */
export function quote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

/** A value as the functions of the scripts take it, e.g. `run` or `words engine wasm`. */
export function valueText({ kind, words }: DescribedValue): string {
  return [kind, ...(kind === 'source' ? namedSources : words)].join(' ');
}
