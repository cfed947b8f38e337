// The language leaves the last bits of Math.exp, Math.sin, `**` and others open, and engines differ. This
// finds them in the files whose results must be the same everywhere. Runs as a test: inexact-maths.test.ts.
import type { SourceFile } from '../repository.ts';
import { lineAt, parse, type SyntaxNode, walk } from '../syntax.ts';

/** A use of something whose value is not the same everywhere. */
export interface InexactUse {
  readonly path: string;
  /** Counted from 1. */
  readonly line: number;
  /** What is used, e.g. `Math.exp`. */
  readonly what: string;
  /** A sentence for people. */
  readonly message: string;
}

/** Fixed to the last bit by the language. */
const EXACT = new Set([
  ...['abs', 'ceil', 'clz32', 'floor', 'fround', 'imul', 'max', 'min', 'round', 'sign', 'sqrt', 'trunc'],
  ...['E', 'LN10', 'LN2', 'LOG10E', 'LOG2E', 'PI', 'SQRT1_2', 'SQRT2'],
]);

const CLOCKS = new Set(['Date', 'performance']);

/** @returns the uses in the order of the text */
export function findInexactMaths(file: SourceFile): InexactUse[] {
  const uses: InexactUse[] = [];
  const report = (node: SyntaxNode, what: string, remedy: string) => {
    const line = lineAt(file.text, node.start);
    uses.push({ path: file.path, line, what, message: `${file.path}:${line} uses ${what}: ${remedy}` });
  };
  walk(parse(file).program, (node, parent, key) => {
    if (node.type === 'MemberExpression' && isNamed(node.object, 'Math')) {
      const name = node.computed ? undefined : (node.property as SyntaxNode).name;
      if (name === undefined) report(node, 'Math[...]', 'write the function by its name.');
      else if (name === 'random') report(node, 'Math.random', 'take createKeyedRandom.');
      else if (!EXACT.has(String(name)))
        report(node, `Math.${name}`, 'its bits differ between engines; take a function of maths/portable-*.');
    } else if (isNamed(node, 'Math') && !(parent?.type === 'MemberExpression' && key === 'object')) {
      report(node, 'Math as a value', 'write Math.name where it is called.');
    } else if (node.type === 'Literal' && node.value === 'Math') {
      report(node, '"Math" as a property', 'write Math.name where it is called.');
    } else if (isPower(node) && !isExactPower(node)) {
      report(node, String(node.operator), 'its bits differ between engines; multiply, or take portablePow.');
    } else if (node.type === 'Identifier' && CLOCKS.has(String(node.name)) && isReference(parent, key)) {
      report(node, String(node.name), 'a result must not depend on the clock.');
    }
  });
  return uses;
}

function isNamed(node: unknown, name: string): boolean {
  const { type, name: actual } = node as SyntaxNode;
  return type === 'Identifier' && actual === name;
}

/** Whether an identifier stands for a value: not for a property, a type or a label. */
function isReference(parent: SyntaxNode | undefined, key: string): boolean {
  if (parent === undefined || parent.type.startsWith('TS')) return false;
  return key !== 'property' && key !== 'key';
}

function isPower(node: SyntaxNode): boolean {
  return (
    (node.type === 'BinaryExpression' && node.operator === '**') ||
    (node.type === 'AssignmentExpression' && node.operator === '**=')
  );
}

/** Engines agree on squares and on powers of two (measured); already on cubes they do not. */
function isExactPower({ left, right }: SyntaxNode): boolean {
  const exponent = wholeNumber(right);
  return exponent === 2 || (exponent !== undefined && wholeNumber(left) === 2);
}

/** The value of a literal such as `32` or `-28`. */
function wholeNumber(node: unknown): number | undefined {
  const { type, operator, argument, value } = node as SyntaxNode;
  if (type === 'UnaryExpression' && operator === '-') {
    const size = wholeNumber(argument);
    return size === undefined ? undefined : -size;
  }
  return type === 'Literal' && Number.isInteger(value) ? (value as number) : undefined;
}
