// Kills training runs of the built command at random moments, and looks at what is left.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { binPath, runLenet } from './run-lenet.js';

/** When to kill: so long after standard error first showed a text. */
interface Moment {
  readonly text: string;
  readonly delayMs: number;
}

/** The parts of a run, and how long each goes on after its text at most, about; a later kill comes too late. */
const parts: readonly Moment[] = [
  { text: '', delayMs: 900 },
  { text: 'Backend:', delayMs: 400 },
  { text: 'Run folder:', delayMs: 100 },
  { text: 'Epoch ', delayMs: 300 },
  { text: 'Epoch ', delayMs: 300 },
  { text: 'Evaluating', delayMs: 400 },
  { text: 'Writing the report', delayMs: 700 },
];

/** Draws the images of every run here into files, which are read faster than digits are drawn. */
export async function drawSmallData(folder: string): Promise<void> {
  const counts = ['--train-images', '1500', '--test-images', '40'];
  const { status, stderr } = await runLenet(['data', 'synth', '--out', 'digits', ...counts], { cwd: folder });
  if (status !== 0) throw new Error(stderr);
}

/** The settings of every run here: on the engine, in epochs that checkpoints divide. */
export const smallRun = [
  ...['--data', 'digits', '--batch-size', '16'],
  ...['--validation-images', '100', '--epochs', '5', '--backend', 'engine', '--threads', '1', '--seed', '5'],
];
export const smallEpochs = 5;
/** About every other step of an epoch on a quiet machine. */
export const oftenEnvironment = { LENET_CHECKPOINT_SECONDS: '0.005' };

/** What must not depend on how a run was disturbed. */
export interface RunTraces {
  readonly weights: string;
  readonly test: unknown;
  readonly history: readonly string[];
  /** How often it went on between two steps of an epoch; this does depend. */
  readonly resumedWithinEpoch: number;
}

/**
 * Reads what a finished run left.
 *
 * @throws {Error} when a log holds a half line, or tells an epoch twice or never
 */
export function readTraces(path: string, epochs = smallEpochs): RunTraces {
  const weights = createHash('sha256').update(readFileSync(join(path, 'model', 'weights.bin')));
  const history = readFileSync(join(path, 'history.csv'), 'utf8').split('\n');
  const log = readFileSync(join(path, 'events.jsonl'), 'utf8').split('\n').slice(0, -1);
  const events: { type: string; completedSteps?: number; record?: { epoch: number } }[] = log.map((line) =>
    JSON.parse(line),
  );
  const told = events.flatMap((event) => (event.type === 'epoch' ? [event.record?.epoch] : []));
  const ends = events.filter((event) => event.type === 'end').length;
  const wanted = Array.from({ length: epochs }, (_, index) => index + 1);
  if (String(told) !== String(wanted) || ends !== 1) {
    throw new Error(`${path}: epochs ${told} and ${ends} ends in events.jsonl.`);
  }
  return {
    weights: weights.digest('hex'),
    test: JSON.parse(readFileSync(join(path, 'metrics.json'), 'utf8')).test,
    // All but the duration, the last column.
    history: history.map((line) => line.slice(0, line.lastIndexOf(','))),
    resumedWithinEpoch: events.filter(({ completedSteps = 0 }) => completedSteps > 0).length,
  };
}

/** Files that only a process at work should have, or one that was killed. */
export function leftovers(path: string): string[] {
  const names = readdirSync(path, { recursive: true }).map(String);
  return names.filter((name) => /\.tmp$|^lock-|damaged/.test(basename(name)));
}

/**
 * Trains and resumes, each time killed with `kill -9`, until it has been killed so often; run after run.
 * Every tenth session may end by itself.
 *
 * @param options.onFinished sees the folder of each run that came to its end
 * @returns the number of kills in each part, and of runs
 * @throws {Error} when a session that was not killed fails
 */
export async function killOften(options: {
  cwd: string;
  seed: number;
  kills: number;
  onFinished(path: string): void;
}): Promise<{ killedIn: Record<string, number>; runs: number }> {
  const { cwd, kills, onFinished } = options;
  const random = createRandom(options.seed);
  const killedIn: Record<string, number> = {};
  let killed = 0;
  let runs = 0;
  for (let session = 1; killed < kills || !isFinished(join(cwd, 'runs', `run-${runs}`)); session++) {
    const path = join('runs', `run-${runs}`);
    const isBegun = existsSync(join(cwd, path, 'config.json'));
    const args = isBegun
      ? ['resume', path, '--threads', '1']
      : ['train', ...smallRun, '--name', `run-${runs}`];
    const part = parts[Math.floor(random() * parts.length)];
    const moment = { ...part, delayMs: random() * part.delayMs };
    const isSpared = session % 10 === 0 || killed >= kills;
    const { wasKilled, status, stderr } = await runKilledAt(isSpared ? undefined : moment, args, cwd);
    if (wasKilled) {
      killed++;
      killedIn[part.text] = (killedIn[part.text] ?? 0) + 1;
    } else if (status !== 0) {
      throw new Error(`lenet ${args.join(' ')} ended with ${status}:\n${stderr}`);
    }
    if (!isFinished(join(cwd, path))) continue;
    onFinished(join(cwd, path));
    if (killed < kills) runs++;
  }
  return { killedIn, runs: runs + 1 };
}

/** Written last. */
const isFinished = (path: string) => existsSync(join(path, 'metrics.json'));

async function runKilledAt(moment: Moment | undefined, args: readonly string[], cwd: string) {
  if (!moment) return { wasKilled: false, ...(await runLenet(args, { cwd, environment: oftenEnvironment })) };
  const env = { ...process.env, ...oftenEnvironment };
  return new Promise<{ wasKilled: boolean; status: number | null; stderr: string }>((resolve, reject) => {
    const child = spawn(process.execPath, [binPath, ...args], {
      cwd,
      env,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let stderr = '';
    let timer: NodeJS.Timeout | undefined;
    const look = () => {
      if (!timer && stderr.includes(moment.text)) {
        timer = setTimeout(() => child.kill('SIGKILL'), moment.delayMs);
      }
    };
    look();
    child.stderr.on('data', (chunk) => {
      stderr += chunk;
      look();
    });
    child.on('error', reject);
    child.on('close', (status, signal) => {
      clearTimeout(timer);
      resolve({ wasKilled: signal === 'SIGKILL', status, stderr });
    });
  });
}

/** Mulberry32 by Tommy Ettinger: 0 … below 1. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), state | 1);
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
    return ((value ^ (value >>> 14)) >>> 0) / 2 ** 32;
  };
}
