import { join } from 'node:path';
import { type RunOptions, type RunResult, run } from './run.ts';

/**
 * Runs the pnpm that a repository pins, on every system: what lies in `.bin` is no program on Windows.
 *
 * @param root of a repository that is installed
 * @throws Error as `run` does
 */
export function runPnpm(root: string, args: readonly string[], options: RunOptions): Promise<RunResult> {
  return run(process.execPath, [join(root, 'node_modules', 'pnpm', 'bin', 'pnpm.mjs'), ...args], options);
}
