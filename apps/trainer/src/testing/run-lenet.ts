import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The built command: `test` runs after `build`. */
export const binPath = fileURLToPath(new URL('../../dist/bin.js', import.meta.url));

/** How it ended, and all that it printed. */
export interface LenetResult {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs the built `lenet` as a user would, without a terminal.
 *
 * @param options.environment added to this process's own
 * @param options.onStderr sees all of standard error so far, and may send the process a signal
 *   (Ctrl-C unless told)
 */
export function runLenet(
  args: readonly string[],
  options: {
    cwd?: string;
    environment?: Record<string, string>;
    /** Comes on standard input, which then ends. */
    stdin?: string | Uint8Array;
    onStderr?: (text: string, interrupt: (signal?: NodeJS.Signals) => void) => void;
  } = {},
): Promise<LenetResult> {
  const env = { ...process.env, ...options.environment };
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [binPath, ...args], { cwd: options.cwd, env });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (chunk) => {
      stdout += chunk;
    });
    child.stderr.on('data', (chunk) => {
      stderr += chunk;
      options.onStderr?.(stderr, (signal = 'SIGINT') => child.kill(signal));
    });
    if (options.stdin !== undefined) child.stdin.end(options.stdin);
    child.on('error', reject);
    child.on('close', (status) => resolve({ status, stdout, stderr }));
  });
}
