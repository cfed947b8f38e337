import { existsSync, lstatSync, rmSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { cachedPackageFolder, tfjsNodeVersion } from './native-cache-folder.js';
import { failed, type Outcome, succeeded } from './outcome.js';
import { errorLine, type ProgramResult } from './run-program.js';
import type { SetupContext } from './setup-context.js';
import { moveIntoPlace, withTemporaryFolder } from './temporary-folder.js';

/** Folders of the trainer's own packages of TensorFlow.js, by name, e.g. `tfjs-core`. */
export type OwnPackages = Readonly<Record<string, string>>;

/**
 * Installs `@tensorflow/tfjs-node` into the cache, without its install script: the addon is made later. Its
 * packages of TensorFlow.js are links to the trainer's own, since two copies do not know each other's tensors.
 *
 * @returns folder of the package
 */
export async function installPackage(
  context: Pick<SetupContext, 'cacheFolder' | 'run' | 'report'>,
  ownPackages: OwnPackages,
): Promise<Outcome<string>> {
  const { cacheFolder, run, report } = context;
  const packageFolder = cachedPackageFolder(cacheFolder);
  if (!existsSync(packageFolder)) {
    const wanted = `@tensorflow/tfjs-node@${tfjsNodeVersion}`;
    report(`installing ${wanted} into the cache with npm ...`);
    const installed = await withTemporaryFolder(cacheFolder, async (folder): Promise<Outcome<string>> => {
      const options = ['--ignore-scripts', '--no-audit', '--no-fund', '--no-save', '--prefix', folder];
      const result = await run('npm', ['install', ...options, wanted], { cwd: folder, timeoutMs: 600_000 });
      if (result.code !== 0) {
        return failed(
          `npm did not install it: ${npmErrorLine(result)}`,
          `Check that npm reaches its registry, or install it beside @lenet/trainer with "npm install --ignore-scripts ${wanted}".`,
        );
      }
      moveIntoPlace(folder, dirname(dirname(dirname(packageFolder))));
      return succeeded(packageFolder);
    });
    if ('failure' in installed) return installed;
  }
  linkOwnPackages(dirname(packageFolder), ownPackages);
  return succeeded(packageFolder);
}

/** The first line in which npm says what happened, after codes and before the path of its log. */
function npmErrorLine(result: ProgramResult): string {
  const lines = result.stderr
    .split('\n')
    .flatMap((line) => /^npm (?:error|ERR!) +(.+)/.exec(line)?.[1] ?? []);
  return lines.find((line) => !/^(?:code|errno|syscall) |^A complete log/.test(line)) ?? errorLine(result);
}

/** Every time: the trainer may lie elsewhere than it did. */
function linkOwnPackages(folder: string, ownPackages: OwnPackages): void {
  for (const [name, target] of Object.entries(ownPackages)) {
    const link = join(folder, name);
    const isThere = lstatSync(link, { throwIfNoEntry: false }) !== undefined;
    if (isThere) rmSync(link, { recursive: true, force: true });
    symlinkSync(target, link, 'junction');
  }
}
