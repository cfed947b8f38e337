// `lenet doctor --setup-native`: makes native TensorFlow, for --backend node, load on this machine.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { BackendUnavailableError } from '../backends/backend-unavailable-error.js';
import { findTfjsNode } from '../backends/load-tfjs-node.js';
import { installPackage, type OwnPackages } from '../native/install-package.js';
import { cachedPackageFolder, nativeCacheFolder } from '../native/native-cache-folder.js';
import { NativeSetupError } from '../native/native-setup-error.js';
import { runProgram } from '../native/run-program.js';
import { setupNative } from '../native/setup-native.js';

const require = createRequire(import.meta.url);
const folderOf = (name: string) => dirname(require.resolve(`${name}/package.json`));
const report = (line: string) => process.stderr.write(`setup-native: ${line}\n`);

/** @throws {NativeSetupError} when no way worked */
export async function runSetupNative(): Promise<void> {
  const cacheFolder = nativeCacheFolder(process.env);
  const packageFolder = await findOrInstall(cacheFolder);
  await setupNative({
    packageFolder,
    packageVersion: JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')).version,
    nodeHeadersFolder: join(folderOf('node-api-headers'), 'include'),
    cacheFolder,
    platform: `${process.platform}-${process.arch}`,
    environment: process.env,
    run: runProgram,
    report,
  });
}

async function findOrInstall(cacheFolder: string): Promise<string> {
  try {
    const folder = findTfjsNode();
    if (folder !== cachedPackageFolder(cacheFolder)) return folder;
  } catch (error) {
    if (!(error instanceof BackendUnavailableError) || process.env.LENET_TFJS_NODE) throw error;
  }
  const ownPackages: OwnPackages = {
    'tfjs-core': folderOf('@tensorflow/tfjs-core'),
    'tfjs-layers': folderOf('@tensorflow/tfjs-layers'),
    'tfjs-backend-cpu': folderOf('@tensorflow/tfjs-backend-cpu'),
  };
  const installed = await installPackage({ cacheFolder, run: runProgram, report }, ownPackages);
  if ('value' in installed) return installed.value;
  const { reason, remedy } = installed.failure;
  throw new NativeSetupError(`native TensorFlow: ${reason}. ${remedy}`);
}
