import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { newestNotes } from './newest-notes.ts';
import { pack } from './pack.ts';
import { type PublicPackage, publicPackages } from './public-packages.ts';
import { runPnpm } from './run-pnpm.ts';

/**
 * Writes what belongs to a release beside the registry, a folder for each public package: its tarball with a digest,
 * the CycloneDX bill of materials of what it needs at run time, the tag and the notes.
 *
 * @param root of a repository that is installed and built
 * @param target folder; it may not exist yet
 * @returns the folders
 */
export async function writeReleaseFiles(root: string, target: string): Promise<string[]> {
  const folders: string[] = [];
  for (const source of publicPackages(root)) {
    const folder = join(target, source.name.replace(/^@/, '').replace('/', '-'));
    mkdirSync(folder, { recursive: true });
    await writeFilesOf(root, source, folder);
    folders.push(folder);
  }
  return folders;
}

async function writeFilesOf(root: string, source: PublicPackage, folder: string): Promise<void> {
  const { tarball, contents } = await pack(source, folder);
  rmSync(contents, { recursive: true });
  const digest = createHash('sha256').update(readFileSync(tarball)).digest('hex');
  writeFileSync(join(folder, 'SHA256SUMS'), `${digest}  ${basename(tarball)}\n`);

  const materials = join(folder, basename(tarball).replace(/\.tgz$/, '.cdx.json'));
  const sbom = ['sbom', '--sbom-format', 'cyclonedx', '--prod', '--out', materials];
  await runPnpm(root, ['--filter', source.name, ...sbom], { cwd: root });

  writeFileSync(join(folder, 'tag.txt'), `${source.name}@${source.version}\n`);
  const changelog = join(source.folder, 'CHANGELOG.md');
  const notes = existsSync(changelog) ? newestNotes(readFileSync(changelog, 'utf8'), source.version) : '';
  writeFileSync(join(folder, 'notes.md'), notes);
}
