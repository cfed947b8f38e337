import { execFile } from 'node:child_process';
import { readFile, readlink } from 'node:fs/promises';
import { hostname } from 'node:os';
import { promisify } from 'node:util';

/** Which process of which machine: told apart from a later one that has its number. */
export interface ProcessIdentity {
  readonly host: string;
  /**
   * Where the number of a process means the same: on Linux the start of the kernel and the container,
   * elsewhere the host.
   */
  readonly space: string;
  readonly pid: number;
  /** When it began, in words of the system; empty where it does not tell. */
  readonly began: string;
}

/** This process. */
export async function identifyThisProcess(): Promise<ProcessIdentity> {
  const host = hostname();
  const { began } = await look(process.pid);
  return { host, space: await processSpace(host), pid: process.pid, began };
}

/**
 * Whether the process lives, as far as `observer` can tell.
 *
 * @returns undefined for a process of another machine, of another container, or of this machine before
 *   it was started again; and where the system does not tell when a process began
 */
export async function isAlive(
  { space, pid, began }: ProcessIdentity,
  observer: ProcessIdentity,
): Promise<boolean | undefined> {
  if (space !== observer.space) return undefined;
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: it is there, but another user's.
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
  }
  const { state, began: now } = await look(pid);
  // A zombie: it has ended, and its parent has not asked yet how; in a container perhaps nobody ever will.
  if (state.startsWith('Z')) return false;
  return now === '' || began === '' ? undefined : now === began;
}

async function processSpace(host: string): Promise<string> {
  try {
    const boot = (await readFile('/proc/sys/kernel/random/boot_id', 'utf8')).trim();
    return `${boot} ${await readlink('/proc/self/ns/pid')}`;
  } catch {
    return `${process.platform} ${host}`;
  }
}

/** What the system tells of a process; empty where it does not. */
async function look(pid: number): Promise<{ state: string; began: string }> {
  const unknown = { state: '', began: '' };
  try {
    if (process.platform === 'linux') {
      const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
      // The third field and the 22nd, clock ticks since the kernel started; the second, a name, may hold anything.
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      return { state: fields[0], began: fields[19] };
    }
    if (process.platform === 'win32') return unknown;
    // The same words in every terminal, and when daylight saving time begins.
    const env = { ...process.env, LC_ALL: 'C', TZ: 'UTC' };
    const { stdout } = await promisify(execFile)('ps', ['-o', 'stat=,lstart=', '-p', String(pid)], { env });
    const [state, ...began] = stdout.trim().split(/\s+/);
    return { state, began: began.join(' ') };
  } catch {
    return unknown;
  }
}
