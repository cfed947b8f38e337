import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A file, its path from the root of the repository with forward slashes. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** One way into a published package. */
export interface Entry {
  /** What users import, e.g. `@lenet/core/tfjs`. */
  readonly specifier: string;
  /** `core` for the root entry of `@lenet/core`, `tfjs` for `@lenet/core/tfjs`. */
  readonly shortName: string;
  /** From the root of the repository, e.g. `packages/core`. */
  readonly packageFolder: string;
  /** From the root of the repository, e.g. `packages/core/src/tfjs/index.ts`. */
  readonly source: string;
  /** From the root of the repository, e.g. `packages/core/dist/tfjs/index.d.ts`. */
  readonly types: string;
}

/** Absolute, without a slash at its end. */
export const root = fileURLToPath(new URL('../../..', import.meta.url)).replace(/[\\/]$/, '');

/** @param path from the root of the repository */
export function readSource(path: string): SourceFile {
  return { path, text: readFileSync(join(root, path), 'utf8') };
}

/** Paths from the root of every TypeScript source below `packages/x/src` and `apps/x/src`. */
export function sourcePaths(): string[] {
  return ['packages', 'apps']
    .flatMap((group) => readdirSync(join(root, group)).map((name) => `${group}/${name}/src`))
    .filter((folder) => existsSync(join(root, folder)))
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map(
        (path) => `${folder}/${path.replaceAll('\\', '/')}`,
      ),
    )
    .filter((path) => /\.tsx?$/.test(path));
}

/** Folders, from the root, of the packages below `packages` that are published. */
export function publishedFolders(): string[] {
  return readdirSync(join(root, 'packages'))
    .map((name) => `packages/${name}`)
    .filter((folder) => existsSync(join(root, folder, 'package.json')))
    .filter((folder) => readManifest(folder).private !== true);
}

/** Every entry with types of every published package below `packages`. */
export function publishedEntries(): Entry[] {
  return publishedFolders().flatMap((packageFolder) => {
    const { name, exports = {} } = readManifest(packageFolder);
    return Object.entries(exports).flatMap(([subpath, target]) => {
      if (typeof target !== 'object' || target.types === undefined) return [];
      const specifier = posix.join(name, subpath);
      return {
        specifier,
        shortName: posix.basename(specifier),
        packageFolder,
        source: posix.join(packageFolder, target.types.replace('/dist/', '/src/').replace(/\.d\.ts$/, '.ts')),
        types: posix.join(packageFolder, target.types),
      };
    });
  });
}

interface Manifest {
  readonly name: string;
  readonly private?: boolean;
  readonly exports?: Readonly<Record<string, string | { readonly types?: string }>>;
}

function readManifest(folder: string): Manifest {
  return JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
}
