import { renameSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Puts links to `lib` and `deps` of a made folder into the package. Links, because a reinstall empties
 * the package's folder, and because nothing in it may be written to: pnpm shares those files with
 * other projects.
 *
 * @param madeFolder with `lib` (the addon) and `deps` (TensorFlow's library, which the addon finds
 *   beside itself)
 */
export function linkAddon(madeFolder: string, packageFolder: string): void {
  for (const name of ['deps', 'lib']) {
    const link = join(packageFolder, name);
    const newLink = `${link}-${process.pid}`;
    // Windows lets everybody make junctions, but not symbolic links; elsewhere the type is ignored.
    symlinkSync(join(madeFolder, name), newLink, 'junction');
    rmSync(link, { recursive: true, force: true });
    renameSync(newLink, link);
  }
}

/** Takes the links away again; what they lead to stays. */
export function unlinkAddon(packageFolder: string): void {
  for (const name of ['deps', 'lib']) rmSync(join(packageFolder, name), { recursive: true, force: true });
}
