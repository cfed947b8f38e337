import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { Application, ReflectionKind } from 'typedoc';
import { describeOptions } from './describe-options.ts';
import { publishedEntries, root } from './entries.ts';

/** Packages without functions, by their names. */
const documents: Readonly<Record<string, string>> = {
  '@lenet/model-artifacts': 'packages/model-artifacts/README.md',
  '@lenet/trainer': 'apps/trainer/README.md',
};

/**
 * Writes the reference of all published packages as a site of plain files: a module for each entry, under the name that
 * users import; packages without functions, those of weights and of the command, as their README.
 *
 * @param target folder; it is emptied first
 * @returns warnings, one a line
 * @throws Error when sources do not compile
 */
export async function buildReference(target: string): Promise<string[]> {
  const entries = publishedEntries();
  const app = await Application.bootstrap({
    name: 'Lenet',
    tsconfig: join(root, 'tooling', 'api-docs', 'tsconfig.json'),
    entryPoints: entries.map(({ source }) => source),
    // The pages must not differ from one build to the next, nor name a host of the sources.
    basePath: root,
    displayBasePath: root,
    disableGit: true,
    disableSources: true,
    readme: join(root, 'tooling', 'api-docs', 'start.md'),
    projectDocuments: Object.values(documents).map((path) => join(root, path)),
    includeVersion: false,
    hideGenerator: true,
    navigationLinks: { 'Draw a digit': '../' },
    packagesRequiringDocumentation: [
      ...new Set(entries.map(({ specifier }) => specifier.split('/', 2).join('/'))),
    ],
    // What a property is, its name and type mostly tell.
    requiredToBeDocumented: ['Function', 'Method', 'Class', 'Interface', 'TypeAlias', 'Variable'],
    validation: { invalidLink: true, notExported: false, notDocumented: true },
  });
  describeOptions(app);
  const warnings: string[] = [];
  app.logger.warn = (text: string) => void warnings.push(text);
  const project = await app.convert();
  if (project === undefined)
    throw new Error('The sources do not compile for TypeDoc; its messages are above.');
  for (const { specifier, source } of entries) {
    const found = project.getChildrenByKind(ReflectionKind.Module).find((module) => {
      const symbol = project.getSymbolIdFromReflection(module);
      return symbol?.fileName === source;
    });
    if (found === undefined) throw new Error(`${specifier}: expected a module of ${source}, got none.`);
    found.name = specifier;
  }
  for (const document of project.documents ?? []) {
    const name = Object.keys(documents).find((key) => documents[key] === `${document.name}.md`);
    if (name === undefined) throw new Error(`"${document.name}": expected a README that is known, got none.`);
    document.name = name;
  }
  app.validate(project);
  rmSync(target, { recursive: true, force: true });
  await app.generateDocs(project, target);
  return warnings;
}
