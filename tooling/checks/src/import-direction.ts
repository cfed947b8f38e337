// Reads every source file below the folders of the areas and reports the imports that point the wrong
// way. Runs as a test: see import-direction.test.ts.
import { posix } from 'node:path';
import type { Area } from './areas.ts';
import type { SourceFile } from './repository.ts';
import { parse } from './syntax.ts';

export interface ImportRules {
  readonly areas: readonly Area[];
  readonly testTools: readonly string[];
  /** Dependencies that the package.json next to an area's `src` declares, of every kind. */
  declaredBy(area: Area): readonly string[];
}

/**
 * @returns one sentence per import that breaks a rule, e.g.
 *   `packages/core/src/a.ts imports "node:fs": @lenet/core may import nothing from outside.`
 */
export function findWrongImports(files: readonly SourceFile[], rules: ImportRules): string[] {
  return files.flatMap((file) => {
    const area = areaOfPath(file.path, rules.areas);
    if (area === undefined)
      return [`${file.path} is in no area: add its folder to the map in tooling/checks.`];
    return importsOf(file).flatMap((specifier) => {
      const problem = problemOf(specifier, file, area, rules);
      return problem === undefined ? [] : [`${file.path} imports "${specifier}": ${problem}`];
    });
  });
}

function problemOf(specifier: string, file: SourceFile, area: Area, rules: ImportRules): string | undefined {
  const isTest = /\.test\.tsx?$/.test(file.path) || file.path.includes('/testing/');
  if (specifier.startsWith('.')) {
    const target = areaOfPath(posix.join(posix.dirname(file.path), specifier), rules.areas);
    if (target === undefined) return 'it leads out of every area.';
    const isSamePackage = packageFolder(target) === packageFolder(area);
    if (!isSamePackage) return 'another package is imported by its name, never by its path.';
    // A test may use every part of its own package: digits of the generator, say.
    if (isTest) return undefined;
    return mayImport(area, target.name);
  }
  if (/^@lenet\/[^/]+\/(src|dist)(\/|$)/.test(specifier)) {
    return 'a package is imported through its entries, never its sources.';
  }
  if (specifier.startsWith('@lenet/')) {
    const part = rules.areas.find(({ entries }) => entries?.includes(specifier));
    const target = part?.name ?? specifier;
    if (isTest && area.testsMayImport?.includes(target)) return undefined;
    return mayImport(area, target);
  }
  // The `imports` of a package.json lead to files of the same package.
  if (specifier.startsWith('#')) return undefined;
  const name = packageName(specifier);
  if (isTest && rules.testTools.includes(name)) return undefined;
  if (area.outside === 'none') return `${area.name} may import nothing from outside.`;
  if (area.outside !== 'declared') {
    return area.outside.includes(name)
      ? undefined
      : `${area.name} may import only ${area.outside.join(', ')}.`;
  }
  if (specifier.startsWith('node:')) return undefined;
  return rules.declaredBy(area).includes(name) ? undefined : `its package.json does not declare "${name}".`;
}

function mayImport(area: Area, target: string): string | undefined {
  if (target === area.name || area.mayImport.includes(target)) return undefined;
  const allowed = area.mayImport.length === 0 ? 'no other part' : area.mayImport.join(', ');
  return `${area.name} may import ${allowed}, not ${target}.`;
}

function areaOfPath(path: string, areas: readonly Area[]): Area | undefined {
  return areas
    .filter((area) => path.startsWith(`${area.folder}/`))
    .sort((a, b) => b.folder.length - a.folder.length)[0];
}

/** `packages/core` of `packages/core/src/tfjs`. */
function packageFolder(area: Area): string {
  return area.folder.split('/').slice(0, 2).join('/');
}

/** `@scope/name` or `name` of a specifier that may lead deeper. */
function packageName(specifier: string): string {
  return specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
}

/** Specifiers of all static, re-exporting and literal dynamic imports, type-only ones included. */
function importsOf(file: SourceFile): string[] {
  const { module } = parse(file);
  return [
    ...module.staticImports.map((found) => found.moduleRequest.value),
    ...module.staticExports.flatMap((found) =>
      found.entries.flatMap((entry) => (entry.moduleRequest ? [entry.moduleRequest.value] : [])),
    ),
    ...module.dynamicImports.flatMap((found) => {
      const source = file.text.slice(found.moduleRequest.start, found.moduleRequest.end);
      const literal = /^(['"`])([^$]*)\1$/.exec(source);
      return literal ? [literal[2]] : [];
    }),
  ];
}
