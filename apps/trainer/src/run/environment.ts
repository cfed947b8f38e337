import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { cpus, totalmem } from 'node:os';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { trainerVersion } from '../trainer-version.js';

/** Versions of what decides the weights besides the settings. */
export interface NumericVersions {
  /** Of `@lenet/core`. */
  readonly core: string;
  /** Of `@lenet/engine`. */
  readonly engine: string;
}

/** What a run was made with and on: `environment.json`. */
export interface Environment {
  readonly lenet: string;
  /** Absent in runs of versions that did not write it. */
  readonly versions?: NumericVersions;
  /** Commit of this project where it runs from its repository, with `-changed` after uncommitted edits. */
  readonly commit?: string;
  readonly node: string;
  readonly backend: string;
  readonly platform: string;
  readonly cpu: string;
  /** Logical cores. */
  readonly cores: number;
  readonly memoryGiB: number;
}

/** What `environment.json` must hold. */
export const environmentFields = { lenet: 'string', node: 'string', backend: 'string' } as const;

/** @param backend what computes, as the learner names it */
export async function describeEnvironment(backend: string): Promise<Environment> {
  const commit = await findCommit();
  return {
    lenet: trainerVersion,
    versions: numericVersions(),
    ...(commit && { commit }),
    node: process.versions.node,
    backend,
    platform: `${process.platform}-${process.arch}`,
    cpu: cpus()[0]?.model.trim() ?? 'unknown',
    cores: cpus().length,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
  };
}

/** Of the packages that are installed here. */
export function numericVersions(): NumericVersions {
  const require = createRequire(import.meta.url);
  return {
    core: require('@lenet/core/package.json').version,
    engine: require('@lenet/engine/package.json').version,
  };
}

/** An installed package lies in somebody else's repository, whose commit says nothing about it. */
async function findCommit(): Promise<string | undefined> {
  const here = dirname(fileURLToPath(import.meta.url));
  if (here.includes('node_modules')) return undefined;
  try {
    const git = async (...args: string[]) => (await promisify(execFile)('git', args, { cwd: here })).stdout;
    const commit = (await git('rev-parse', 'HEAD')).trim();
    const changes = await git('status', '--porcelain', '--untracked-files=no');
    return changes === '' ? commit : `${commit}-changed`;
  } catch {
    return undefined;
  }
}
