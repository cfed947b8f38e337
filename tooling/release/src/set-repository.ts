// npm run release:repository -- https://github.com/OWNER/NAME
import { readFileSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { publicPackages } from './public-packages.ts';

type Manifest = Readonly<Record<string, unknown>>;

/**
 * Writes into the package.json of every public package where its source is. This is the one place where the address
 * of the repository enters: the sources themselves do not know where they are kept, and npm takes a provenance only
 * when the package names the repository that it was built from. See docs/decisions/2026-11-30-address-at-release.md.
 *
 * @param address such as `https://github.com/owner/name`, with or without `.git`
 * @returns names of the packages that were changed
 * @throws TypeError when the address is no such thing
 * @throws Error when a package names another repository already
 */
export function setRepository(root: string, address: string): string[] {
  const url = repositoryUrl(address);
  return publicPackages(root).flatMap(({ name, folder }) => {
    const path = join(folder, 'package.json');
    const before = readFileSync(path, 'utf8');
    const directory = relative(root, folder).split(sep).join('/');
    const after = `${JSON.stringify(withRepository(JSON.parse(before), url, directory), null, 2)}\n`;
    if (after === before) return [];
    writeFileSync(path, after);
    return [name];
  });
}

function repositoryUrl(address: string): string {
  const found = /^https:\/\/[\w.-]+\/[\w.-]+\/[\w.-]+?(?:\.git)?\/?$/.exec(address);
  if (found === null) {
    throw new TypeError(
      `Address of the repository: expected one such as https://github.com/owner/name, got "${address}".`,
    );
  }
  return address.replace(/\/$/, '').replace(/\.git$/, '');
}

/** Behind `license`, where readers of a package.json look for it. */
function withRepository(manifest: Manifest, url: string, directory: string): Manifest {
  const repository = { type: 'git', url: `git+${url}.git`, directory };
  const { repository: present } = manifest;
  if (present !== undefined && JSON.stringify(present) !== JSON.stringify(repository)) {
    throw new Error(
      `${manifest.name}: expected repository ${JSON.stringify(repository)}, got ${JSON.stringify(present)}. Remove "repository", "homepage" and "bugs" from its package.json, or give the address that they name.`,
    );
  }
  const added = {
    homepage: `${url}/tree/HEAD/${directory}#readme`,
    bugs: `${url}/issues`,
    repository,
  };
  const others = Object.entries(manifest).filter(([key]) => !(key in added));
  return Object.fromEntries(
    others.flatMap(([key, value]) =>
      key === 'license' ? [[key, value], ...Object.entries(added)] : [[key, value]],
    ),
  );
}
