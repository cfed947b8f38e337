import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface PublicPackage {
  /** As in its package.json, e.g. `@lenet/core`. */
  readonly name: string;
  readonly version: string;
  /** Absolute path. */
  readonly folder: string;
}

/** Root of the repository. */
export const repositoryRoot = fileURLToPath(new URL('../../..', import.meta.url)).replace(/[\\/]$/, '');

/** The packages that a release publishes: those below `packages` and `apps` that are not private. */
export function publicPackages(root: string): PublicPackage[] {
  const found: PublicPackage[] = [];
  for (const parent of ['packages', 'apps']) {
    for (const child of readdirSync(join(root, parent)).sort()) {
      const folder = join(root, parent, child);
      const manifestPath = join(folder, 'package.json');
      if (!existsSync(manifestPath)) continue;
      const { name, version, private: isPrivate } = JSON.parse(readFileSync(manifestPath, 'utf8'));
      if (isPrivate !== true) found.push({ name, version, folder });
    }
  }
  return found;
}
