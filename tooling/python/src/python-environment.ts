import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import envPaths from 'env-paths';

/** Runs a program to its end, and resolves to its exit code; 127 where it cannot be started. */
export type RunProgram = (program: string, args: readonly string[]) => Promise<number>;

/** Which Python is wanted. */
export interface PythonWish {
  /** File of pinned packages, as pip takes it. */
  readonly requirements: URL;
  /** Folder for it in the cache, e.g. `peers`. */
  readonly name: string;
  /** Gigabytes that the packages take, for messages. */
  readonly gigabytes: number;
  /** What else the user can do, for the end of a message. */
  readonly otherwise: string;
  /** @default `$LENET_CACHE_DIR`, or the system's cache folder of "lenet" */
  readonly cacheFolder?: string;
  readonly run?: RunProgram;
  /** Told what takes long. */
  readonly report?: (line: string) => void;
}

/**
 * A Python with pinned packages: made once, in a folder of the cache.
 *
 * @returns path of the program
 * @throws Error when there is no Python, venv or pip, or the packages cannot be installed
 */
export async function providePython({
  requirements: file,
  name,
  gigabytes,
  otherwise,
  cacheFolder = process.env.LENET_CACHE_DIR || envPaths('lenet', { suffix: '' }).cache,
  run = runProgram,
  report = () => {},
}: PythonWish): Promise<string> {
  const requirements = fileURLToPath(file);
  const digest = createHash('sha256').update(readFileSync(requirements)).digest('hex').slice(0, 12);
  const parent = join(cacheFolder, name);
  const folder = join(parent, `python-${digest}`);
  const programIn = (environment: string) => join(environment, 'bin', 'python');
  if (existsSync(programIn(folder))) return programIn(folder);

  mkdirSync(parent, { recursive: true });
  const unfinished = mkdtempSync(join(parent, 'unfinished-'));
  try {
    report(`making a Python environment in ${folder}: ${gigabytes} GB and some minutes, once ...`);
    await must(
      run('python3', ['-m', 'venv', unfinished]),
      '"python3 -m venv"',
      'Install Python 3.11 to 3.13 with venv and pip (Debian, Ubuntu: "apt install python3-venv python3-pip")',
      otherwise,
    );
    await must(
      run(programIn(unfinished), ['-m', 'pip', 'install', '--requirement', requirements]),
      `"pip install --requirement ${requirements}"`,
      `Check that pip reaches its package index, that python3 is 3.11 to 3.13, and that ${gigabytes} GB are free`,
      otherwise,
    );
    rmSync(folder, { recursive: true, force: true });
    renameSync(unfinished, folder);
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
  return programIn(folder);
}

/** As `providePython`, for tests that are skipped without it; why there is none is told on standard error. */
export async function tryPython(wish: PythonWish): Promise<string | undefined> {
  try {
    return await providePython(wish);
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`);
    return undefined;
  }
}

async function must(
  code: Promise<number>,
  command: string,
  remedy: string,
  otherwise: string,
): Promise<void> {
  const received = await code;
  if (received === 0) return;
  const how = received === 127 ? 'it could not be started' : `exit code ${received}`;
  throw new Error(
    `Python environment: expected ${command} to succeed, got ${how}. ${remedy}, or ${otherwise}.`,
  );
}

/** What it prints goes to standard error: results alone go to standard output. */
const runProgram: RunProgram = (program, args) =>
  new Promise((resolve) => {
    const child = spawn(program, args, { stdio: ['ignore', 2, 2] });
    child.on('error', () => resolve(127));
    child.on('close', (code) => resolve(code ?? 1));
  });
