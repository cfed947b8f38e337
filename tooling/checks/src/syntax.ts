import { parseSync } from 'oxc-parser';
import type { SourceFile } from './repository.ts';

/** A node of the syntax tree, as far as the checks look at it. */
export interface SyntaxNode {
  readonly type: string;
  /** Offsets in the text, in UTF-16 code units. */
  readonly start: number;
  readonly end: number;
  readonly [property: string]: unknown;
}

/** @throws Error when the file is not valid TypeScript */
export function parse(file: SourceFile) {
  const result = parseSync(file.path, file.text, { sourceType: 'module' });
  if (result.errors.length > 0) throw new Error(`${file.path}: ${result.errors[0].message}`);
  return result;
}

export function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && typeof (value as SyntaxNode).type === 'string';
}

/**
 * Calls `visit` for a node and everything in it, in the order of the text.
 *
 * @param key under which the parent holds the node
 */
export function walk(
  node: unknown,
  visit: (node: SyntaxNode, parent: SyntaxNode | undefined, key: string) => void,
  parent?: SyntaxNode,
  key = '',
): void {
  if (Array.isArray(node)) for (const item of node) walk(item, visit, parent, key);
  if (!isNode(node)) return;
  visit(node, parent, key);
  for (const [name, value] of Object.entries(node)) {
    if (typeof value === 'object') walk(value, visit, node, name);
  }
}

/** Counted from 1. */
export function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}
