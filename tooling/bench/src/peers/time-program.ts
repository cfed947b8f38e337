import { spawn } from 'node:child_process';
import { cpuSeconds, peakBytes } from './process-usage.ts';

const POLL_MS = 20;

/** What a program printed, and what it took from its start to its end. */
export interface TimedProgram {
  readonly output: string;
  readonly seconds: number;
  /** From its start to the first that it printed. */
  readonly answerSeconds: number;
  /** Time of all cores; undefined where the system does not tell. */
  readonly cpuSeconds: number | undefined;
  /** Most memory that it held at once; undefined where the system does not tell. */
  readonly peakBytes: number | undefined;
}

/**
 * Runs a program to its end.
 *
 * @param environment variables that differ from those of this process
 * @throws Error when it cannot be started or fails, with its last words
 */
export function timeProgram(
  program: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<TimedProgram> {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const child = spawn(program, args, {
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    let answerSeconds = Number.NaN;
    let errors = '';
    let usage: Pick<TimedProgram, 'cpuSeconds' | 'peakBytes'> = {
      cpuSeconds: undefined,
      peakBytes: undefined,
    };
    // The system forgets what a process used with the process.
    const timer = setInterval(() => {
      const peak = peakBytes(child.pid!);
      if (peak !== undefined) usage = { cpuSeconds: cpuSeconds(child.pid!), peakBytes: peak };
    }, POLL_MS);
    child.stdout.on('data', (chunk) => {
      if (output === '') answerSeconds = (performance.now() - start) / 1000;
      output += chunk;
    });
    child.stderr.on('data', (chunk) => {
      errors = (errors + chunk).slice(-2000);
    });
    child.on('error', (error) => {
      clearInterval(timer);
      reject(error);
    });
    child.on('close', (code) => {
      clearInterval(timer);
      const seconds = (performance.now() - start) / 1000;
      if (code === 0) resolve({ output, seconds, answerSeconds, ...usage });
      else reject(new Error(`${program} ${args[0]}: expected exit code 0, got ${code}. ${errors.trim()}`));
    });
  });
}
