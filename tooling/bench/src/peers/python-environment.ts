import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import envPaths from 'env-paths';

/** Runs a program to its end, and resolves to its exit code; 127 where it cannot be started. */
export type RunProgram = (program: string, args: readonly string[]) => Promise<number>;

const requirements = fileURLToPath(new URL('../../python/requirements.txt', import.meta.url));

/**
 * A Python with the pinned packages: made once, in `$LENET_CACHE_DIR/peers` or `peers` in the system's cache
 * folder of "lenet".
 *
 * @returns path of the program
 * @throws Error when there is no Python, venv or pip, or the packages cannot be installed
 */
export async function providePython({
  cacheFolder = process.env.LENET_CACHE_DIR || envPaths('lenet', { suffix: '' }).cache,
  run = runProgram,
  report = (_line: string): void => {},
} = {}): Promise<string> {
  const digest = createHash('sha256').update(readFileSync(requirements)).digest('hex').slice(0, 12);
  const parent = join(cacheFolder, 'peers');
  const folder = join(parent, `python-${digest}`);
  const programIn = (environment: string) => join(environment, 'bin', 'python');
  if (existsSync(programIn(folder))) return programIn(folder);

  mkdirSync(parent, { recursive: true });
  const unfinished = mkdtempSync(join(parent, 'unfinished-'));
  try {
    report(`making a Python environment in ${folder}: some gigabytes and minutes, once ...`);
    await must(
      run('python3', ['-m', 'venv', unfinished]),
      '"python3 -m venv"',
      'Install Python 3.11 to 3.13 with venv and pip (Debian, Ubuntu: "apt install python3-venv python3-pip")',
    );
    await must(
      run(programIn(unfinished), ['-m', 'pip', 'install', '--requirement', requirements]),
      `"pip install --requirement ${requirements}"`,
      'Check that pip reaches its package index, that python3 is 3.11 to 3.13, and that 10 GB are free',
    );
    rmSync(folder, { recursive: true, force: true });
    renameSync(unfinished, folder);
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
  return programIn(folder);
}

async function must(code: Promise<number>, command: string, remedy: string): Promise<void> {
  const received = await code;
  if (received === 0) return;
  const how = received === 127 ? 'it could not be started' : `exit code ${received}`;
  throw new Error(
    `Python environment: expected ${command} to succeed, got ${how}. ${remedy}, or give a Python that has the packages with --python.`,
  );
}

/** What it prints goes to standard error: results alone go to standard output. */
const runProgram: RunProgram = (program, args) =>
  new Promise((resolve) => {
    const child = spawn(program, args, { stdio: ['ignore', 2, 2] });
    child.on('error', () => resolve(127));
    child.on('close', (code) => resolve(code ?? 1));
  });
