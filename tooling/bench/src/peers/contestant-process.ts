// One side of the protocol; the other is serve-epochs.ts, and python/contestant.py.
import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/** How a contestant is started. */
export interface ContestantCommand {
  readonly name: string;
  readonly program: string;
  readonly args: readonly string[];
  /** Variables that differ from those of this process. */
  readonly environment: Readonly<Record<string, string>>;
}

/** What a contestant says once it is ready. */
export interface Introduction {
  /** With its version, e.g. `PyTorch 2.15.0`. */
  readonly software: string;
  /** Which of its own choices was the fastest; may be empty. */
  readonly note: string;
}

/** What a contestant answers to `epoch`. */
export interface EpochAnswer {
  readonly seconds: number;
  /** Time of all cores that it used. */
  readonly cpuSeconds: number;
  /** Mean of its steps. */
  readonly loss: number;
  /** Most memory that it has held so far; null where the system does not tell. */
  readonly peakBytes: number | null;
}

/** A contestant that is ready, and computes only while it trains. */
export interface RunningContestant extends Introduction {
  trainEpoch(): Promise<EpochAnswer>;
  /** Ends its process, and waits for that. */
  end(): Promise<void>;
}

/**
 * Starts a contestant and waits until it is ready.
 *
 * @throws Error when it ends instead, or answers with something that is not JSON
 */
export async function startContestant(command: ContestantCommand): Promise<RunningContestant> {
  const { name, program, args, environment } = command;
  const child = spawn(program, args, {
    env: { ...process.env, ...environment },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let errors = '';
  child.stderr.on('data', (chunk) => {
    errors = (errors + chunk).slice(-2000);
  });
  // A child that is gone is told by its end; writing to it must not fail on top of that.
  child.stdin.on('error', () => {});
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const ended = endOf(child);

  async function answer<Answer>(): Promise<Answer> {
    const { value, done } = await lines.next();
    if (done) {
      throw new Error(
        `Contestant "${name}": expected a line of JSON, but it ended: ${await ended}. ${lastLines(errors)}`.trim(),
      );
    }
    try {
      return JSON.parse(value);
    } catch {
      child.kill();
      throw new Error(`Contestant "${name}": expected a line of JSON, got "${value}".`);
    }
  }

  return {
    ...(await answer<Introduction>()),
    async trainEpoch() {
      child.stdin.write('epoch\n');
      return answer<EpochAnswer>();
    },
    async end() {
      child.kill();
      await ended;
    },
  };
}

/** @returns how it ended */
function endOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.on('error', (error) => resolve(error.message));
    child.on('close', (code, signal) => resolve(code === null ? `signal ${signal}` : `exit code ${code}`));
  });
}

function lastLines(text: string): string {
  return text.trim().split('\n').slice(-5).join('\n');
}
