import { cpSync, existsSync, renameSync, symlinkSync } from 'node:fs';
import { basename, delimiter, dirname, join } from 'node:path';
import { failed, type Outcome, succeeded } from './outcome.js';
import { errorLine } from './run-program.js';
import { addonPath, type SetupContext } from './setup-context.js';

const remedy =
  'It downloads from storage.googleapis.com: check that this host can be reached, or set TFJS_NODE_CDN_STORAGE to a mirror.';

/**
 * Runs tfjs-node's own install script, which downloads libtensorflow and an addon made for it. It runs in
 * a copy of the package, because it rewrites package.json in place, which pnpm shares with other
 * projects, and leaves half of its files behind when it fails.
 *
 * @param folder empty; gets `lib` and `deps`
 */
export async function runInstallScript(context: SetupContext, folder: string): Promise<Outcome<string>> {
  const copy = join(folder, 'tfjs-node');
  const packages = dirname(dirname(context.packageFolder));
  cpSync(context.packageFolder, copy, {
    recursive: true,
    filter: (path) =>
      dirname(path) !== context.packageFolder || !['deps', 'lib', 'node_modules'].includes(basename(path)),
  });
  symlinkSync(packages, join(folder, 'node_modules'), 'junction');
  const programs = [join(context.packageFolder, 'node_modules', '.bin'), join(packages, '.bin')];
  context.report('running its own install script ...');
  const result = await context.run(process.execPath, ['scripts/install.js'], {
    cwd: copy,
    environment: { PATH: [...programs, context.environment.PATH ?? ''].join(delimiter) },
    timeoutMs: 1_200_000,
  });
  if (result.code !== 0) return failed(errorLine(result), remedy);
  if (!existsSync(join(copy, addonPath))) return failed(`it ended well, but made no ${addonPath}`, remedy);
  renameSync(join(copy, 'lib'), join(folder, 'lib'));
  renameSync(join(copy, 'deps'), join(folder, 'deps'));
  return succeeded('its own install script');
}
