import { mkdirSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { failed, type Outcome, succeeded } from './outcome.js';
import { errorLine } from './run-program.js';
import { addonPath, type SetupContext } from './setup-context.js';
import { libraryLinks, type TensorflowLibrary } from './tensorflow-library.js';

/** @returns the C++ compiler as a command, which may hold arguments, as in "ccache g++" */
export async function findCompiler(context: SetupContext): Promise<Outcome<string>> {
  const compilers = context.environment.CXX ? [context.environment.CXX] : ['g++', 'clang++'];
  for (const compiler of compilers) {
    const [program, ...args] = compiler.trim().split(/\s+/);
    const { code } = await context.run(program, [...args, '--version'], { timeoutMs: 30_000 });
    if (code === 0) return succeeded(compiler);
  }
  return failed(
    `no C++ compiler (looked for ${compilers.join(', ')})`,
    'Install one (Debian, Ubuntu: "apt install g++"; Fedora: "dnf install gcc-c++"), or say where it is with CXX.',
  );
}

/**
 * Compiles tfjs-node's addon into an empty folder, laid out as in the package: `lib` and `deps`.
 * The flags are those of the package's binding.gyp, without node-gyp, which would download Node's headers.
 */
export async function compileAddon(
  context: SetupContext,
  compiler: string,
  library: TensorflowLibrary,
  folder: string,
): Promise<Outcome<string>> {
  const libraries = join(folder, 'deps', 'lib');
  const addon = join(folder, addonPath);
  mkdirSync(libraries, { recursive: true });
  mkdirSync(dirname(addon), { recursive: true });
  symlinkSync(library.includeFolder, join(folder, 'deps', 'include'));
  for (const [name, target] of libraryLinks(library)) symlinkSync(target, join(libraries, name));
  context.report(`compiling the addon with ${compiler} ...`);
  const [program, ...args] = compiler.trim().split(/\s+/);
  const result = await context.run(program, [...args, ...flags(context, folder, addon)], {
    cwd: context.packageFolder,
    timeoutMs: 1_200_000,
  });
  if (result.code === 0) return succeeded(addon);
  return failed(
    `${compiler} did not compile the addon: ${errorLine(result)}`,
    'Use another compiler (CXX=clang++), or another TensorFlow (LIBTENSORFLOW_DIR).',
  );
}

function flags(context: SetupContext, folder: string, addon: string): string[] {
  return [
    '-O2',
    '-std=c++17',
    '-shared',
    '-fPIC',
    '-DNAPI_VERSION=8',
    '-I..',
    '-I.',
    `-I${join(folder, 'deps', 'include')}`,
    `-I${context.nodeHeadersFolder}`,
    'binding/tfjs_backend.cc',
    'binding/tfjs_binding.cc',
    '-o',
    addon,
    `-L${join(folder, 'deps', 'lib')}`,
    '-ltensorflow',
    '-ltensorflow_framework',
    // From lib/napi-v8 to deps/lib, wherever the folder lies.
    '-Wl,-rpath,$ORIGIN/../../deps/lib',
  ];
}
