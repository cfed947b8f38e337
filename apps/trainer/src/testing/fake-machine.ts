import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { ProgramResult, RunProgram } from '../native/run-program.js';
import { addonPath, type SetupContext } from '../native/setup-context.js';

/** What the machine of a test has; what is not given is missing. */
export interface FakeMachine {
  readonly platform?: string;
  readonly environment?: Readonly<Record<string, string>>;
  /** Whether the host of the install script answers. */
  readonly hasDownloads?: boolean;
  /** Folder of an installed Python TensorFlow. */
  readonly pythonTensorflow?: string;
  readonly hasPip?: boolean;
  /** Programs that compile. @default g++ */
  readonly compilers?: readonly string[];
  /** What compiled addons hold; only `good` ones load. @default good */
  readonly compiled?: string;
}

const okay = (stdout = ''): ProgramResult => ({ code: 0, stdout, stderr: '' });
const bad = (stderr: string): ProgramResult => ({ code: 1, stdout: '', stderr });

/** Real folders below a temporary one, removed after the test, and programs that only pretend. */
export function createFakeMachine(machine: FakeMachine = {}, root = mkdtempSync(join(tmpdir(), 'native-'))) {
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const packageFolder = join(root, 'node_modules/@tensorflow/tfjs-node');
  const lines: string[] = [];
  const calls: string[] = [];
  writeFile(join(packageFolder, 'package.json'), '{"version":"4.22.0"}');
  writeFile(join(packageFolder, 'scripts/install.js'), '');
  const withoutRoot = (text: string) =>
    text.replaceAll(root, 'ROOT').replace(/unfinished-\d+-\w+/g, 'UNFINISHED');

  const run: RunProgram = async (program, args, options) => {
    if (args[0].endsWith('probe-load.js')) {
      calls.push('load');
      const isGood = readFileSync(join(args[1], addonPath), 'utf8') === 'good';
      return isGood ? okay('2.21.0') : bad('node:internal\nError: undefined symbol: TF_Version');
    }
    if (args[0] === 'scripts/install.js') {
      calls.push('install.js');
      const cwd = options.cwd as string;
      writeFile(join(cwd, 'package.json'), '{"rewritten":true}');
      writeFile(join(cwd, 'deps/half'), '');
      if (!machine.hasDownloads) return bad('throw er;\nError: getaddrinfo ENOTFOUND host\n  at x');
      writeFile(join(cwd, addonPath), 'good');
      return okay();
    }
    if (program === 'python3' && args[1].includes('find_spec')) {
      calls.push('find_spec');
      return machine.pythonTensorflow ? okay(machine.pythonTensorflow) : bad('no module named tensorflow');
    }
    if (program === 'python3' && args[1] === 'pip') {
      const requirements = args[args.indexOf('--requirement') + 1];
      calls.push(`pip ${readFileSync(requirements, 'utf8').trim()}`);
      if (!machine.hasPip) return bad('/usr/bin/python3: No module named pip');
      writeFile(join(dirname(requirements), 'tensorflow.whl'), '');
      return okay();
    }
    if (program === 'python3') {
      calls.push('unpack');
      writeTensorflow(join(args[3], 'include'), join(args[3], 'lib'), '_cc.so.2', '_framework.so.2');
      return okay();
    }
    const hasProgram = (machine.compilers ?? ['g++']).includes(program);
    if (args.at(-1) === '--version') {
      return hasProgram ? okay() : { code: 127, stdout: '', stderr: `${program} cannot be started` };
    }
    calls.push(withoutRoot([program, ...args].join(' ')));
    writeFile(args[args.indexOf('-o') + 1], machine.compiled ?? 'good');
    return machine.compiled === 'nothing' ? bad('x.cc:1:1: fatal error: no tensorflow/c/c_api.h') : okay();
  };

  const context: SetupContext = {
    packageFolder,
    packageVersion: '4.22.0',
    nodeHeadersFolder: '/headers',
    cacheFolder: join(root, 'cache'),
    platform: machine.platform ?? 'linux-x64',
    environment: machine.environment ?? {},
    run,
    report: (line) => lines.push(withoutRoot(line)),
  };
  return { root, context, lines, calls, made: join(root, 'cache/tfjs-node-4.22.0-napi-v8-linux-x64') };
}

export function writeFile(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

/** @param names what comes after `libtensorflow` in the names of its two files */
export function writeTensorflow(includeFolder: string, libraryFolder: string, ...names: string[]): void {
  writeFile(join(includeFolder, 'tensorflow/c/c_api.h'), '');
  writeFile(join(includeFolder, 'tensorflow/c/eager/c_api.h'), '');
  for (const name of names) writeFile(join(libraryFolder, `libtensorflow${name}`), name);
}

/** @returns what the addon in the package holds, or undefined when there is none */
export function readAddon(context: SetupContext): string | undefined {
  const path = join(context.packageFolder, addonPath);
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}
