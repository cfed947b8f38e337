import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type PublicPackage, publicPackages, run } from '@lenet/release';
import { copyRepository } from './copy-repository.ts';

/** Where the copy says that its source is: a name that can belong to nobody. */
export const sourceAddress = 'https://code.example/digits/lenet';

/**
 * Does in a copy of the repository what a maintainer does for a release: install, `npm run version`,
 * `npm run release:repository`, `npm run release:files`, `npm run release`. The repository itself stays as it is.
 *
 * @param copy folder that does not exist yet
 * @param settings content of the `.npmrc` that says where to publish
 * @param environment for all but the installation, which may use the machine's caches
 * @returns the public packages, with the versions that were published
 */
export async function releaseFromCopy(
  root: string,
  copy: string,
  settings: string,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<PublicPackage[]> {
  await prepareRelease(root, copy, environment);
  writeFileSync(join(copy, '.npmrc'), settings);
  await run('npm', ['run', 'release'], { cwd: copy, environment, timeoutMs: 600_000 });
  return publicPackages(copy);
}

/** All of it but the last: `release-files` in the copy has what would be published. */
export async function prepareRelease(
  root: string,
  copy: string,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<void> {
  await copyRepository(root, copy);
  const pnpm = join(root, 'node_modules', '.bin', 'pnpm');
  await run(pnpm, ['install', '--frozen-lockfile', '--prefer-offline'], { cwd: copy });
  // Right after a release there are none, which "changeset version" takes for an error.
  if (pendingChangesets(copy).length > 0) await run('npm', ['run', 'version'], { cwd: copy, environment });
  await run('npm', ['run', 'release:repository', '--', sourceAddress], { cwd: copy, environment });
  await run('npm', ['run', 'release:files'], { cwd: copy, environment, timeoutMs: 900_000 });
}

/** Names of the changesets that wait for a release. */
export function pendingChangesets(root: string): string[] {
  return readdirSync(join(root, '.changeset')).filter((file) => file.endsWith('.md') && file !== 'README.md');
}
