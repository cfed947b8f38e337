import { spawn } from 'node:child_process';

export interface ProgramResult {
  /** Exit code; 127 when the program could not be started, 124 when it ran out of time. */
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface ProgramOptions {
  /** Folder to run in. @default that of this process */
  readonly cwd?: string;
  /** Variables that differ from those of this process. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Time after which the program is stopped, in milliseconds. */
  readonly timeoutMs: number;
}

/** Runs a program to its end. Never rejects: what goes wrong is in the result. */
export type RunProgram = (
  program: string,
  args: readonly string[],
  options: ProgramOptions,
) => Promise<ProgramResult>;

/** The real one; tests give another. */
export const runProgram: RunProgram = (program, args, options) =>
  new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: options.cwd,
      env: { ...process.env, ...options.environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let stdout = '';
    let stderr = '';
    let ranOutOfTime = false;
    const timer = setTimeout(() => {
      ranOutOfTime = true;
      child.kill();
    }, options.timeoutMs);
    child.stdout.on('data', (chunk) => {
      stdout += chunk;
    });
    child.stderr.on('data', (chunk) => {
      stderr += chunk;
    });
    child.on('error', (error) => {
      clearTimeout(timer);
      resolve({ code: 127, stdout, stderr: `${program} cannot be started: ${error.message}` });
    });
    child.on('close', (code) => {
      clearTimeout(timer);
      if (ranOutOfTime) {
        resolve({
          code: 124,
          stdout,
          stderr: `error: it was stopped after ${options.timeoutMs / 1000} s`,
        });
      } else resolve({ code: code ?? 1, stdout, stderr });
    });
  });

/** The one line that says most about why a program failed: its first with "error:", or else its last. */
export function errorLine(result: ProgramResult): string {
  const lines = `${result.stdout}\n${result.stderr}`.split('\n').map((line) => line.trim());
  const line = lines.find((text) => /error:/i.test(text)) ?? lines.filter(Boolean).at(-1);
  return line?.replace(/^error: */i, '') ?? `exit code ${result.code}`;
}
