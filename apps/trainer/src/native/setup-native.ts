// Makes `@tensorflow/tfjs-node` load on this machine: `lenet doctor --setup-native`.
// It tries one way after the other, says in one line each why a way failed, and keeps what it made in the
// cache folder, so that after a reinstall it only puts links back.
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { checkLoad } from './check-load.js';
import { compileAddon, findCompiler } from './compile-addon.js';
import { findPythonTensorflow } from './find-python-tensorflow.js';
import { linkAddon, unlinkAddon } from './link-addon.js';
import { NativeSetupError } from './native-setup-error.js';
import { type Failure, failed, type Outcome } from './outcome.js';
import { runInstallScript } from './run-install-script.js';
import { addonPath, type SetupContext } from './setup-context.js';
import { moveIntoPlace, withTemporaryFolder } from './temporary-folder.js';
import { checkLibrary, type TensorflowLibrary } from './tensorflow-library.js';
import { fetchTensorflowWheel } from './tensorflow-wheel.js';

/** A way to get the addon. */
interface Way {
  readonly name: string;
  /** Fills an empty folder with `lib` and `deps`. */
  make(context: SetupContext, folder: string): Promise<Outcome<unknown>>;
}

const ways: readonly Way[] = [
  { name: 'its own install script', make: runInstallScript },
  { name: 'LIBTENSORFLOW_DIR', make: compileWith(findGivenLibrary) },
  { name: 'TensorFlow for Python', make: compileWith(findPythonTensorflow) },
  { name: 'TensorFlow from pip', make: compileWith(fetchTensorflowWheel) },
];

/** @throws {NativeSetupError} when no way worked */
export async function setupNative(context: SetupContext): Promise<void> {
  const loaded = await checkLoad(context);
  if ('value' in loaded) return done(context, 'it loads already', loaded.value);
  context.report(`1 of ${ways.length + 1}, as it is: ${loaded.failure.reason}.`);
  const made = join(context.cacheFolder, `tfjs-node-${context.packageVersion}-napi-v8-${context.platform}`);
  if (existsSync(join(made, addonPath))) {
    const linked = await linkAndCheck(context, made);
    if ('value' in linked) return done(context, `linked what was made earlier in ${made}`, linked.value);
    context.report(`what was made earlier in ${made} is removed: ${linked.failure.reason}.`);
  }
  for (const [index, way] of ways.entries()) {
    const outcome = await tryWay(context, way, made);
    const label = `${index + 2} of ${ways.length + 1}, ${way.name}`;
    if ('value' in outcome) return done(context, `${label}: made in ${made}`, outcome.value);
    context.report(`${label}: ${sentence(outcome.failure)}`);
  }
  throw new NativeSetupError(
    'native TensorFlow: no way worked, the lines above say why. Training works without it ("--backend auto").',
  );
}

function done(context: SetupContext, how: string, tensorflowVersion: string): void {
  context.report(
    `done, ${how}: @tensorflow/tfjs-node ${context.packageVersion} with TensorFlow ${tensorflowVersion}.`,
  );
}

/** @returns the version of TensorFlow that the loaded addon reports */
async function tryWay(context: SetupContext, way: Way, made: string): Promise<Outcome<string>> {
  const outcome = await withTemporaryFolder(context.cacheFolder, async (temporary) => {
    const folder = join(temporary, 'made');
    mkdirSync(folder);
    const result = await way.make(context, folder);
    if ('value' in result) moveIntoPlace(folder, made);
    return result;
  });
  return 'value' in outcome ? linkAndCheck(context, made) : outcome;
}

/** What does not load is removed again, so that a later run does not find it. */
async function linkAndCheck(context: SetupContext, made: string): Promise<Outcome<string>> {
  linkAddon(made, context.packageFolder);
  const loaded = await checkLoad(context);
  if ('failure' in loaded) {
    unlinkAddon(context.packageFolder);
    rmSync(made, { recursive: true, force: true });
  }
  return loaded;
}

function compileWith(find: (context: SetupContext) => Promise<Outcome<TensorflowLibrary>>): Way['make'] {
  return async (context, folder) => {
    // First, so that nothing large is downloaded in vain.
    const compiler = await findCompiler(context);
    if ('failure' in compiler) return compiler;
    const library = await find(context);
    if ('failure' in library) return library;
    return compileAddon(context, compiler.value, library.value, folder);
  };
}

async function findGivenLibrary(context: SetupContext): Promise<Outcome<TensorflowLibrary>> {
  const given = context.environment.LIBTENSORFLOW_DIR;
  const remedy = 'To use this way, set it to a folder with the include and lib of TensorFlow for C.';
  if (!given) return failed('it is not set', remedy);
  const folder = resolve(given);
  return checkLibrary({ includeFolder: join(folder, 'include'), libraryFolder: join(folder, 'lib') }, remedy);
}

function sentence({ reason, remedy }: Failure): string {
  return `${reason.replace(/\.$/, '')}. ${remedy}`;
}
