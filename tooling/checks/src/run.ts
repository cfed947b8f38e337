import { execFile } from 'node:child_process';

export interface RunResult {
  /** Exit code. */
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs a program to its end, whatever its exit code.
 *
 * @param cwd folder to run in
 * @param timeoutMs time after which it is stopped. @default 300,000
 * @throws Error if it cannot be started or runs out of time
 */
export function execute(
  program: string,
  args: readonly string[],
  cwd: string,
  timeoutMs = 300_000,
): Promise<RunResult> {
  return new Promise((resolve, reject) => {
    const options = { cwd, timeout: timeoutMs, maxBuffer: 64 * 2 ** 20 };
    execFile(program, args, options, (error, stdout, stderr) => {
      const code = error === null ? 0 : error.code;
      if (typeof code === 'number') return resolve({ code, stdout, stderr });
      const ending = error?.killed ? `was stopped after ${timeoutMs / 1000} s` : `ended with ${code}`;
      reject(new Error(`"${[program, ...args].join(' ')}" ${ending}, expected an exit code.`));
    });
  });
}

/**
 * Runs a program that must succeed.
 *
 * @returns what it wrote to stdout
 * @throws Error as `execute` does, and for another exit code than 0, with the end of what it printed
 */
export async function run(program: string, args: readonly string[], cwd: string): Promise<string> {
  const { code, stdout, stderr } = await execute(program, args, cwd);
  if (code === 0) return stdout;
  const output = `${stdout}\n${stderr}`.trim().split('\n').slice(-30).join('\n');
  throw new Error(`"${[program, ...args].join(' ')}" ended with ${code}, expected 0:\n${output}`);
}
