import { cpSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '@lenet/release';

/**
 * Copies the repository as a commit of its present state would have it: all that git tracks or does not
 * ignore. The copy is a repository too, with one commit, since a release sets tags.
 *
 * @param target folder that does not exist yet
 */
export async function copyRepository(root: string, target: string): Promise<void> {
  const listing = await run('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
  });
  for (const path of new Set(listing.stdout.split('\0').filter(Boolean))) {
    // A file that is deleted, but not yet in a commit, is listed.
    if (existsSync(join(root, path))) cpSync(join(root, path), join(target, path));
  }
  const git = (...args: string[]) => run('git', args, { cwd: target });
  await git('init', '--quiet', '--initial-branch=main');
  await git('config', 'user.name', 'release-test');
  await git('config', 'user.email', 'release-test@localhost');
  await git('config', 'core.hooksPath', '.no-hooks');
  await git('add', '--all');
  await git('commit', '--quiet', '--message=release-test');
}
