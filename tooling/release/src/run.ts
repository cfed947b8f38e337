import { execFile } from 'node:child_process';

export interface RunOptions {
  /** Folder to run in. */
  readonly cwd: string;
  /** The whole environment; a variable that is undefined is left out. @default that of this process */
  readonly environment?: Readonly<Record<string, string | undefined>>;
  /** Time after which the program is stopped, in milliseconds. @default 300,000 */
  readonly timeoutMs?: number | undefined;
  /** What it reads from standard input. @default nothing */
  readonly input?: string;
}

export interface RunResult {
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs a program to its end.
 *
 * @throws Error if it cannot be started, ends with another exit code than 0 or runs out of time; the
 *   message has the end of what it printed
 */
export function run(program: string, args: readonly string[], options: RunOptions): Promise<RunResult> {
  const { cwd, environment = process.env, timeoutMs = 300_000, input = '' } = options;
  return new Promise((resolve, reject) => {
    const child = execFile(
      program,
      args,
      { cwd, env: environment, timeout: timeoutMs, maxBuffer: 64 * 2 ** 20 },
      (error, stdout, stderr) => {
        if (error === null) return resolve({ stdout, stderr });
        const ending = error.killed ? `was stopped after ${timeoutMs / 1000} s` : `ended with ${error.code}`;
        const output = `${stdout}\n${stderr}`.trim().split('\n').slice(-30).join('\n');
        reject(new Error(`"${[program, ...args].join(' ')}" ${ending}, expected exit code 0:\n${output}`));
      },
    );
    // A program that does not read it, or cannot be started, is no error of its own.
    child.stdin?.on('error', () => {}).end(input);
  });
}
