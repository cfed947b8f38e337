// Before the longer tests: everything is published once, as a release would, to a registry on this machine.
import { mkdtempSync, realpathSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type PublicPackage, repositoryRoot } from '@lenet/release';
import type { TestProject } from 'vitest/node';
import { cleanEnvironment } from './clean-environment.ts';
import { startRegistry } from './registry.ts';
import { releaseFromCopy } from './release.ts';

declare module 'vitest' {
  interface ProvidedContext {
    release: Release;
  }
}

export interface Release {
  /** For what the tests install; deleted afterwards. */
  readonly folder: string;
  /** The repository that was released, a copy of this one. */
  readonly copy: string;
  /** Address of the registry, with `/` at its end. */
  readonly url: string;
  /** Of someone who has never used npm on this machine and has our packages from that registry. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** What was published. */
  readonly packages: readonly PublicPackage[];
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'lenet-release-')));
  const registry = await startRegistry(join(folder, 'registry'));
  const end = async () => {
    await registry.stop();
    // Projects with all that they installed: some disks take minutes to delete so many files.
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  };
  try {
    const environment = cleanEnvironment(join(folder, 'home'), registry.settings);
    const copy = join(folder, 'repository');
    const packages = await releaseFromCopy(repositoryRoot, copy, registry.settings, environment);
    project.provide('release', { folder, copy, url: registry.url, environment, packages });
  } catch (error) {
    await end();
    throw error;
  }
  return end;
}
