import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { type PublicPackage, repositoryRoot } from './public-packages.ts';
import { run } from './run.ts';
import { runPnpm } from './run-pnpm.ts';

export interface PackedPackage {
  /** Path of the `.tgz` file. */
  readonly tarball: string;
  /** Folder with what the tarball holds. */
  readonly contents: string;
  /** Paths in it, with `/`. */
  readonly paths: readonly string[];
}

/**
 * Packs a package as a release does and unpacks it again.
 *
 * @param folder where both go; its own for each package
 */
export async function pack({ folder: source }: PublicPackage, folder: string): Promise<PackedPackage> {
  await runPnpm(repositoryRoot, ['pack', '--pack-destination', folder], { cwd: source });
  const name = readdirSync(folder).find((file) => file.endsWith('.tgz'));
  if (name === undefined) throw new Error(`"pnpm pack" in ${source}: expected a .tgz file, got none.`);
  await run('tar', ['-xzf', name], { cwd: folder });
  const contents = join(folder, 'package');
  const paths = readdirSync(contents, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(contents.length + 1))
    .map((path) => path.split(sep).join('/'));
  return { tarball: join(folder, name), contents, paths };
}

/** The paths of the files that hold one of `texts`, byte for byte. */
export function filesWith(packed: PackedPackage, texts: readonly string[]): string[] {
  return packed.paths.filter((path) => {
    const bytes = readFileSync(join(packed.contents, path));
    return texts.some((text) => bytes.includes(text));
  });
}
