import { parse, type SyntaxNode, walk } from '../syntax.ts';

/**
 * Names that code uses and does not bind itself, as far as an entry exports them. Scopes are not told
 * apart: a name that is bound anywhere in the code counts as bound everywhere.
 *
 * @param exported by the entry, values and types
 * @returns in alphabetical order
 */
export function missingNames(code: string, exported: ReadonlySet<string>): string[] {
  const used = new Set<string>();
  const bound = new Set<string>();
  walk(parse({ path: 'example.ts', text: code }).program, (node, parent, key) => {
    for (const name of boundNames(node)) bound.add(name);
    if (node.type === 'Identifier' && !isPropertyName(parent, key)) used.add(String(node.name));
  });
  return [...used].filter((name) => exported.has(name) && !bound.has(name)).sort();
}

/** What a declaration, a function or an import binds. */
function boundNames(node: SyntaxNode): string[] {
  if (/^Import.*Specifier$/.test(node.type)) return namesIn(node.local);
  if (node.type === 'VariableDeclarator') return namesIn(node.id);
  if (/^(Function|ArrowFunction)/.test(node.type)) return [...namesIn(node.id), ...namesIn(node.params)];
  if (/^(Class|TSInterface|TSTypeAlias)/.test(node.type)) return namesIn(node.id);
  return [];
}

/** Names in a pattern such as `{ kept, from: [to = 1] }`. */
function namesIn(pattern: unknown): string[] {
  if (Array.isArray(pattern)) return pattern.flatMap(namesIn);
  if (typeof pattern !== 'object' || pattern === null) return [];
  const { type, name, elements, properties, value, left, argument } = pattern as SyntaxNode;
  if (type === 'Identifier') return [String(name)];
  return [elements, properties, type === 'Property' ? value : undefined, left, argument].flatMap(namesIn);
}

function isPropertyName(parent: SyntaxNode | undefined, key: string): boolean {
  if (parent === undefined || parent.computed || parent.shorthand) return false;
  return key === 'property' || key === 'key';
}
