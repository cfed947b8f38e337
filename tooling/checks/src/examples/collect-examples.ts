import { posix } from 'node:path';
import { codeBlocks } from '../documents/code-blocks.ts';
import type { Entry, SourceFile } from '../repository.ts';
import { lineAt, parse, type SyntaxNode } from '../syntax.ts';
import type { Example } from './example.ts';

/** The ```ts blocks of a README. */
export function readmeExamples({ path, text }: SourceFile): Example[] {
  return typeScriptBlocks(text).map((block) => ({ path, ...block }));
}

/**
 * What an entry exports from other files, values and types.
 *
 * @returns names by file, both from the root of the repository, e.g. `packages/core/src/idx/parse-idx.ts`
 * @throws Error for `export *`, which would hide the surface from its readers
 */
export function exportedNames(file: SourceFile): Map<string, Set<string>> {
  const names = new Map<string, Set<string>>();
  for (const { entries } of parse(file).module.staticExports) {
    for (const { moduleRequest, importName, exportName } of entries) {
      if (importName.kind === 'AllButDefault') {
        throw new Error(`${file.path}: expected exports by name, got "export *". Name what is exported.`);
      }
      const from = moduleRequest
        ? posix.join(posix.dirname(file.path), moduleRequest.value.replace(/\.js$/, '.ts'))
        : file.path;
      const name = exportName.name;
      if (name) names.set(from, (names.get(from) ?? new Set()).add(name));
    }
  }
  return names;
}

/**
 * The `@example`s of what a file declares, as far as an entry exports it. An example of a member counts
 * with its interface. Fenced or not; unfenced, it ends before the next tag or a line "Source: …".
 *
 * @param names that the entry exports from this file
 */
export function commentExamples(file: SourceFile, entry: Entry, names: ReadonlySet<string>): Example[] {
  const { program, comments } = parse(file);
  const declarations = (program.body as unknown as SyntaxNode[]).filter((statement) =>
    declaredNames(statement).some((name) => names.has(name)),
  );
  return comments
    .filter(({ type, value }) => type === 'Block' && value.startsWith('*'))
    .filter((comment) =>
      declarations.some(
        ({ start, end }) =>
          (comment.start > start && comment.end < end) ||
          (comment.end <= start && file.text.slice(comment.end, start).trim() === ''),
      ),
    )
    .flatMap((comment) => {
      const firstLine = lineAt(file.text, comment.start);
      return examplesOfComment(file.text.slice(comment.start, comment.end)).map(({ line, ...block }) => ({
        path: file.path,
        line: firstLine + line - 1,
        ...block,
        specifier: entry.specifier,
      }));
    });
}

/** A piece of code within a text. */
type Block = Pick<Example, 'line' | 'code' | 'runs'>;

function typeScriptBlocks(text: string): Block[] {
  return codeBlocks(text)
    .filter(({ language }) => language === 'ts')
    .map(({ line, code, exception }) => ({ line, code, runs: exception === undefined }));
}

function examplesOfComment(comment: string): Block[] {
  const lines = comment
    .replace(/\*\/$/, '')
    .split('\n')
    .map((line) => line.replace(/^\s*(\/\*\*|\*) ?/, ''));
  const parts = lines.flatMap((line, index) => (/^(@\w|Source: )/.test(line.trim()) ? [index] : []));
  return parts
    .filter((index) => lines[index].trim().startsWith('@example'))
    .flatMap((index) => {
      const end = parts.find((other) => other > index) ?? lines.length;
      const body = lines.slice(index + 1, end);
      const blocks = typeScriptBlocks(body.join('\n'));
      if (blocks.length > 0) return blocks.map((block) => ({ ...block, line: block.line + index + 1 }));
      return [{ code: body.join('\n').trimEnd(), line: index + 2, runs: true }];
    });
}

function declaredNames(statement: SyntaxNode): string[] {
  const declaration = statement.declaration as SyntaxNode | null | undefined;
  if (statement.type !== 'ExportNamedDeclaration' || !declaration) return [];
  const declarators = (declaration.declarations as SyntaxNode[] | undefined) ?? [declaration];
  return declarators.flatMap(({ id }) => (id ? [String((id as SyntaxNode).name)] : []));
}
