// One process at a time works on a run folder. Each that wants to puts a file of its own there, then looks
// at those of the others: so no two can both find nobody, and a file that a dead process left can be
// removed by anybody, since its name is never used again.
//
// The package proper-lockfile is not used: it tells a dead process by the age of a file, so that a resume
// right after a kill is refused, and a clock that jumps misleads it.
import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { open, readFile, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { identifyThisProcess, isAlive, type ProcessIdentity } from './process-identity.js';
import { RunFolderError } from './run-folder-error.js';

/** How often a process shows that it lives to those that cannot look it up. */
const BEAT_MS = 2000;
/** How long a process is watched that cannot be looked up. Longer than a step or an evaluation blocks. */
const WATCH_MS = 20_000;
/** How long the first of several that came at once waits for the others to go. */
const OTHERS_GO_MS = 1000;

/** The right to write into a run folder. */
export interface RunLock {
  /** @throws {RunFolderError} when the folder was moved or deleted, or another process has taken it over */
  check(): void;
  release(): void;
}

/** What is in the file. */
type Holder = ProcessIdentity & { since: string };

export const isLockFile = (name: string): boolean => /^lock-[0-9a-f]{8}\.json$/.test(name);

/**
 * Takes the run folder for this process.
 *
 * @param path of a folder that exists
 * @param options.say takes a line for the user, before a process of another machine is watched
 * @throws {RunFolderError} when another process works on the run
 * @throws {NodeJS.ErrnoException} when the folder cannot be written
 */
export async function lockRunFolder(
  path: string,
  { say = () => {}, watchMs = WATCH_MS }: { say?: (line: string) => void; watchMs?: number } = {},
): Promise<RunLock> {
  const identity = await identifyThisProcess();
  const name = `lock-${randomUUID().slice(0, 8)}.json`;
  const file = join(path, name);
  const holder: Holder = { ...identity, since: new Date().toISOString() };
  const remove = () => {
    try {
      rmSync(file, { force: true });
    } catch {
      // A disk that became read-only. The lock of a process that is gone holds nothing.
    }
  };
  process.once('exit', remove);
  // Its success does not matter: `check` sees what does.
  const beat = setInterval(() => utimes(file, new Date(), new Date()).catch(() => {}), BEAT_MS);
  beat.unref();
  const lock: RunLock = {
    check() {
      if (existsSync(file)) return;
      throw new RunFolderError({
        path,
        message: `Run folder "${path}": expected the lock of this process, "${name}", got none. The folder was moved or deleted, or another process has taken the run over; nothing more is written. Where the folder still is, go on with "lenet resume".`,
      });
    },
    release() {
      clearInterval(beat);
      process.off('exit', remove);
      remove();
    },
  };
  try {
    writeFileSync(file, `${JSON.stringify(holder, null, 2)}\n`, { flag: 'wx' });
    await outlastOthers(path, name, identity, { say, watchMs });
    return lock;
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** @throws {RunFolderError} when another process works on the run */
async function outlastOthers(
  path: string,
  ownName: string,
  identity: ProcessIdentity,
  options: { say: (line: string) => void; watchMs: number },
): Promise<void> {
  const startedAt = performance.now();
  while (true) {
    const rivals: { name: string; holder: Holder | undefined }[] = [];
    for (const name of readdirSync(path).filter(isLockFile)) {
      if (name === ownName) continue;
      const file = join(path, name);
      const holder = await readHolder(file);
      const alive = (holder && (await isAlive(holder, identity))) ?? (await watch(file, holder, options));
      if (alive) rivals.push({ name, holder });
      else rmSync(file, { force: true });
    }
    if (rivals.length === 0) return;
    // Of several that come at once the first by name stays: the others see it and go.
    const isFirst = rivals.every(({ name }) => ownName < name);
    if (!isFirst || performance.now() - startedAt > OTHERS_GO_MS) throw refusal(path, rivals[0].holder);
    await sleep(50);
  }
}

/** @returns undefined where the file is gone, or not (yet) whole */
async function readHolder(file: string): Promise<Holder | undefined> {
  try {
    const holder: Holder = JSON.parse(await readFile(file, 'utf8'));
    return Number.isInteger(holder.pid) && typeof holder.space === 'string' ? holder : undefined;
  } catch {
    return undefined;
  }
}

/** @returns whether the file is touched while it is watched. No clock is compared with that of another machine. */
async function watch(
  file: string,
  holder: Holder | undefined,
  { say, watchMs }: { say: (line: string) => void; watchMs: number },
): Promise<boolean> {
  const before = await lastTouched(file);
  if (before === undefined) return false;
  say(
    `${capitalised(describe(holder))} may be working on this run; watching for ${Math.round(watchMs / 1000)} s whether it is alive ...`,
  );
  const startedAt = performance.now();
  while (performance.now() - startedAt < watchMs) {
    await sleep(Math.min(500, watchMs / 10));
    const now = await lastTouched(file);
    if (now === undefined) return false;
    if (now !== before) return true;
  }
  return false;
}

/** Opened, so that a network file system asks its server. */
async function lastTouched(file: string): Promise<number | undefined> {
  try {
    const handle = await open(file);
    try {
      return (await handle.stat()).mtimeMs;
    } finally {
      await handle.close();
    }
  } catch {
    return undefined;
  }
}

function refusal(path: string, holder: Holder | undefined): RunFolderError {
  return new RunFolderError({
    path,
    message: `Run "${path}": expected no other process at work on it, got ${describe(holder)}. Wait until it is done, or stop it, then run the command again.`,
  });
}

function describe(holder: Holder | undefined): string {
  return holder
    ? `process ${holder.pid} on ${holder.host} (since ${holder.since})`
    : 'a process that left no name';
}

const capitalised = (text: string) => text[0].toUpperCase() + text.slice(1);
