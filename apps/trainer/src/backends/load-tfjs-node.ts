// Finds and loads `@tensorflow/tfjs-node`, native TensorFlow for `--backend node`. It is an optional peer
// dependency: its install script downloads a library of hundreds of megabytes, and fails where its host
// is out of reach. `lenet doctor --setup-native` makes its native addon, and installs it where it is not there.
import { existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import util from 'node:util';
import { cachedPackageFolder, nativeCacheFolder } from '../native/native-cache-folder.js';
import { BackendUnavailableError } from './backend-unavailable-error.js';

/** The module `@tensorflow/tfjs-node`: all of TensorFlow.js, with the backend `tensorflow` set. */
export type NativeTensorflow = typeof import('@tensorflow/tfjs-node');

export interface LoadNativeTensorflowOptions {
  /**
   * Environment variables. `LENET_TFJS_NODE`, the folder of an installed `@tensorflow/tfjs-node`, goes
   * before the one that the trainer finds itself.
   * @default process.env
   */
  readonly environment?: Readonly<Record<string, string | undefined>>;
  /**
   * File or file URL from which packages are resolved.
   * @default this module
   */
  readonly from?: string | URL;
}

const packageName = '@tensorflow/tfjs-node';
const setup = 'Run "lenet doctor --setup-native".';
const install =
  'Run "lenet doctor --setup-native", install it beside @lenet/trainer with "npm install @tensorflow/tfjs-node@4.22.0", or set LENET_TFJS_NODE to its folder.';

/**
 * Loads TensorFlow's own library into this process; it stays there. Its backend is then TensorFlow.js's
 * current one, for `@lenet/core/tfjs` too.
 *
 * @throws {BackendUnavailableError} when the package is not installed, has no addon for this machine,
 *   does not load, or would bring a second copy of tfjs-core
 */
export async function loadNativeTensorflow({
  environment = process.env,
  from = import.meta.url,
}: LoadNativeTensorflowOptions = {}): Promise<NativeTensorflow> {
  const require = createRequire(from);
  const folder = findTfjsNode({ environment, from });
  requireAddon(folder);
  requireSharedCore(folder, require);
  return loadQuietly(folder, require);
}

/**
 * Where the package is: what `LENET_TFJS_NODE` says, beside the trainer, or where the set-up has installed it.
 *
 * @throws {BackendUnavailableError} when it is nowhere
 */
export function findTfjsNode({
  environment = process.env,
  from = import.meta.url,
}: LoadNativeTensorflowOptions = {}): string {
  if (environment.LENET_TFJS_NODE) return givenFolder(resolve(environment.LENET_TFJS_NODE));
  try {
    return dirname(createRequire(from).resolve(`${packageName}/package.json`));
  } catch (error) {
    const folder = cachedPackageFolder(nativeCacheFolder(environment));
    if (existsSync(folder)) return folder;
    throw unavailable(`${packageName} is not installed`, install, error);
  }
}

function givenFolder(folder: string): string {
  const manifest = join(folder, 'package.json');
  if (existsSync(manifest) && JSON.parse(readFileSync(manifest, 'utf8')).name === packageName) {
    return realpathSync(folder);
  }
  throw unavailable(
    `LENET_TFJS_NODE is "${folder}", which is not the folder of an installed ${packageName}`,
    'Set it to that folder, or unset it.',
  );
}

/** Before the package is loaded: it loads and registers half of itself before it misses its addon. */
function requireAddon(folder: string): void {
  const library = join(folder, 'lib');
  const hasAddon =
    existsSync(library) &&
    readdirSync(library).some((name) => existsSync(join(library, name, 'tfjs_binding.node')));
  if (hasAddon) return;
  throw unavailable(`${packageName} in ${folder} has no native addon`, setup);
}

/** Two copies of tfjs-core do not know each other's tensors, and fail far from the cause. */
function requireSharedCore(folder: string, require: NodeJS.Require): void {
  const nativeRequire = createRequire(join(folder, 'package.json'));
  const unionRequire = createRequire(nativeRequire.resolve('@tensorflow/tfjs/package.json'));
  const native = unionRequire.resolve('@tensorflow/tfjs-core');
  const coreRequire = createRequire(require.resolve('@lenet/core/package.json'));
  const own = coreRequire.resolve('@tensorflow/tfjs-core');
  if (native === own) return;
  throw unavailable(
    `${packageName} in ${folder} uses another copy of @tensorflow/tfjs-core (${native}) than @lenet/core (${own})`,
    install,
  );
}

function loadQuietly(folder: string, require: NodeJS.Require): NativeTensorflow {
  // TensorFlow reads these once, when it is loaded. 2 leaves errors only, but in newer libraries not even 3 silences
  // the notice of oneDNN, whose convolutions take a third off a step.
  process.env.TF_CPP_MIN_LOG_LEVEL ??= '2';
  process.env.TF_ENABLE_ONEDNN_OPTS ??= '1';
  // tfjs-node 4.22.0 calls these two; Node 22 warns of them, Node 23 and later do not have all of them.
  Object.assign(util, {
    isNullOrUndefined: (value: unknown) => value === null || value === undefined,
    isArray: Array.isArray,
  });
  const { noDeprecation } = process;
  process.noDeprecation = true;
  try {
    return require(folder);
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n')[0] : String(error);
    throw unavailable(
      `${packageName} in ${folder} does not load: ${reason.replace(/\.$/, '')}`,
      'Run "lenet doctor --setup-native" to see why.',
      error,
    );
  } finally {
    process.noDeprecation = noDeprecation ?? false;
  }
}

function unavailable(reason: string, remedy: string, cause?: unknown): BackendUnavailableError {
  return new BackendUnavailableError({ backend: 'node', reason, remedy, cause });
}
