import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface Entry {
  /** As users import it, e.g. `@lenet/core/images`. */
  readonly specifier: string;
  /** Absolute path of its source. */
  readonly source: string;
}

export const root = fileURLToPath(new URL('../../..', import.meta.url)).replace(/[\\/]$/, '');

/** Every entry with types of every package below `packages`, as its package.json has them. */
export function publishedEntries(): Entry[] {
  return readdirSync(join(root, 'packages')).flatMap((name) => {
    const folder = join(root, 'packages', name);
    const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const entries = Object.entries<{ types?: string } | string>(manifest.exports ?? {});
    return entries.flatMap(([subpath, target]) => {
      if (typeof target === 'string' || target.types === undefined) return [];
      const source = target.types.replace('./dist/', 'src/').replace(/\.d\.ts$/, '.ts');
      return { specifier: `${manifest.name}${subpath.slice(1)}`, source: join(folder, source) };
    });
  });
}
