import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { RunOptions } from '@lenet/release';

/** A program that serves until it is closed. */
export interface Served {
  /** With `/` at the end. */
  readonly url: string;
  /** Ends it and waits for that. */
  close(): Promise<void>;
}

/**
 * Starts a program of Node and waits until it says where it serves on this machine.
 *
 * @throws Error when it ends before; the message has what it printed
 */
export async function startProgram(
  program: string,
  args: readonly string[],
  { cwd, environment = process.env }: Pick<RunOptions, 'cwd' | 'environment'>,
): Promise<Served> {
  const server = spawn(process.execPath, [program, ...args], {
    cwd,
    env: environment,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(server, 'close');
  const printed: string[] = [];
  for await (const line of createInterface({ input: server.stdout })) {
    printed.push(line);
    const port = line.match(/http:\/\/(?:127\.0\.0\.1|localhost):(\d+)/)?.[1];
    if (port === undefined) continue;
    server.stdout.resume();
    return {
      url: `http://127.0.0.1:${port}/`,
      async close() {
        server.kill();
        await ended;
      },
    };
  }
  throw new Error(`"${program}": expected an address, but it ended:\n${printed.join('\n')}`);
}
