import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { Application, ReflectionKind } from 'typedoc';
import { publishedEntries, root } from './entries.ts';

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
    projectDocuments: ['packages/model-artifacts/README.md', 'apps/trainer/README.md'].map((path) =>
      join(root, path),
    ),
    includeVersion: false,
    hideGenerator: true,
    navigationLinks: { 'Draw a digit': '../' },
    validation: { invalidLink: true, notExported: false, notDocumented: false },
  });
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
  app.validate(project);
  rmSync(target, { recursive: true, force: true });
  await app.generateDocs(project, target);
  return warnings;
}
