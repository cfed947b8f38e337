// Compiles examples as a user's program would be, against the built packages, and runs them.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { execute } from '../run.ts';
import { missingNames } from './complete-imports.ts';
import type { Example } from './example.ts';
import { linkPackage, linkPackages } from './link-packages.ts';
import type { ExampleFailure } from './run-modules.ts';

/** Names, values and types, that each entry exports. */
export type ExportsOf = ReadonlyMap<string, ReadonlySet<string>>;

const checksFolder = fileURLToPath(new URL('../..', import.meta.url));

/** Strict, for Node and browsers, as a user's would be. */
const compilerOptions = {
  target: 'ES2022',
  module: 'NodeNext',
  lib: ['ES2023', 'DOM', 'DOM.Iterable'],
  types: ['node'],
  strict: true,
  skipLibCheck: true,
  sourceMap: true,
  rootDir: '.',
  outDir: 'out',
};

/**
 * @param exportsOf for the imports that an example in a doc comment leaves to its reader
 * @param packageFolders from the root: packages that examples may import, with all that these depend on
 * @returns one sentence for each failure, with file and line; examples run only when all of them compile
 */
export async function checkExamples(
  examples: readonly Example[],
  exportsOf: ExportsOf,
  packageFolders: readonly string[],
): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'lenet-examples-'));
  try {
    const modules = join(folder, 'node_modules');
    linkPackage(modules, '@types/node', join(checksFolder, 'node_modules/@types/node'));
    linkPackages(modules, packageFolders);
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ type: 'module' }));
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['*.ts'] }));
    for (const [index, example] of examples.entries()) {
      // One line before the code, so that lines of messages are one too high.
      const text = `${importsFor(example, exportsOf)}\n${example.code}\n`;
      writeFileSync(join(folder, `example-${index}.ts`), text);
    }
    const problems = await compile(folder, examples);
    return problems.length > 0 ? problems : await runCompiled(folder, examples);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Imports of what the example uses from its entry, and from the root entry of the package. */
function importsFor({ code, specifier }: Example, exportsOf: ExportsOf): string {
  if (specifier === undefined) return '';
  const rootSpecifier = specifier.split('/', 2).join('/');
  const own = exportsOf.get(specifier) ?? new Set();
  const ofRoot = new Set([...(exportsOf.get(rootSpecifier) ?? [])].filter((name) => !own.has(name)));
  return [
    { names: missingNamesOrNone(code, own), from: specifier },
    { names: missingNamesOrNone(code, ofRoot), from: rootSpecifier },
  ]
    .filter(({ names }) => names.length > 0)
    .map(({ names, from }) => `import { ${names.join(', ')} } from '${from}';`)
    .join(' ');
}

/** Code that does not parse has no names: the compiler says what is wrong with it, and where. */
function missingNamesOrNone(code: string, exported: ReadonlySet<string>): string[] {
  try {
    return missingNames(code, exported);
  } catch {
    return [];
  }
}

async function compile(folder: string, examples: readonly Example[]): Promise<string[]> {
  const tsc = join(checksFolder, 'node_modules/typescript/bin/tsc');
  const { code, stdout, stderr } = await execute(
    process.execPath,
    [tsc, '-p', folder, '--pretty', 'false'],
    folder,
  );
  const problems = stdout.split('\n').flatMap((line) => {
    const found = /^example-(\d+)\.ts\((\d+),\d+\): error (.*)$/.exec(line);
    if (found === null) return [];
    const { path, line: firstLine } = examples[Number(found[1])];
    return [`${path}:${firstLine + Number(found[2]) - 2} does not compile: ${found[3]}`];
  });
  if (code !== 0 && problems.length === 0) throw new Error(`tsc ended with ${code}:\n${stdout}\n${stderr}`);
  return problems;
}

async function runCompiled(folder: string, examples: readonly Example[]): Promise<string[]> {
  const modules = examples.flatMap(({ runs }, index) =>
    runs ? [{ index, path: join(folder, 'out', `example-${index}.js`) }] : [],
  );
  const listPath = join(folder, 'modules.json');
  const failuresPath = join(folder, 'failures.json');
  writeFileSync(listPath, JSON.stringify(modules));
  const program = fileURLToPath(new URL('./run-modules.ts', import.meta.url));
  const { code, stderr } = await execute(process.execPath, [program, listPath, failuresPath], folder);
  if (!existsSync(failuresPath))
    throw new Error(`The examples ended with ${code}, without a result:\n${stderr}`);
  const failures: ExampleFailure[] = JSON.parse(readFileSync(failuresPath, 'utf8'));
  return failures.map(({ index, line, message }) => {
    const { path, line: firstLine } = examples[index];
    return `${path}:${firstLine + line} does not run: ${message}`;
  });
}
