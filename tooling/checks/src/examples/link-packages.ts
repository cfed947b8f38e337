import { existsSync, mkdirSync, readdirSync, readFileSync, realpathSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from '../repository.ts';

/** Links a folder under the name of a package, unless there is one. */
export function linkPackage(target: string, name: string, folder: string): void {
  const place = join(target, name);
  if (existsSync(place)) return;
  mkdirSync(dirname(place), { recursive: true });
  symlinkSync(realpathSync(folder), place, 'junction');
}

/**
 * Links packages under their names, and what they depend on, as an installation would.
 *
 * @param target a `node_modules` folder; made where there is none
 * @param packageFolders from the root of the repository; of two versions of a dependency the first one's is taken
 */
export function linkPackages(target: string, packageFolders: readonly string[]): void {
  for (const folder of packageFolders) {
    const { name } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
    linkPackage(target, name, join(root, folder));
  }
  for (const folder of packageFolders) {
    const modules = join(root, folder, 'node_modules');
    for (const name of packagesIn(modules)) linkPackage(target, name, join(modules, name));
  }
}

/** Names of installed packages, with their scopes. */
function packagesIn(modules: string): string[] {
  if (!existsSync(modules)) return [];
  return readdirSync(modules)
    .filter((name) => !name.startsWith('.'))
    .flatMap((name) =>
      name.startsWith('@') ? readdirSync(join(modules, name)).map((child) => `${name}/${child}`) : [name],
    );
}
