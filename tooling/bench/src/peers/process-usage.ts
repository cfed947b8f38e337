import { readFileSync } from 'node:fs';

/** Clock ticks in a second: the same on every Linux that Node runs on. */
const TICKS = 100;

/** The most memory in bytes that a process has held at once, where the system tells (Linux). */
export function peakBytes(process: number | 'self' = 'self'): number | undefined {
  const kilobytes = /^VmHWM:\s*(\d+) kB$/m.exec(readProcess(process, 'status'))?.[1];
  return kilobytes === undefined ? undefined : Number(kilobytes) * 1024;
}

/** Time of all cores that a process has used, in seconds, where the system tells (Linux). */
export function cpuSeconds(process: number): number | undefined {
  // The name of the program, in parentheses, may hold spaces; 11 and 12 fields after it are the times.
  const fields = readProcess(process, 'stat').split(') ').at(-1)!.split(' ');
  return fields.length > 12 ? (Number(fields[11]) + Number(fields[12])) / TICKS : undefined;
}

function readProcess(process: number | 'self', file: string): string {
  try {
    return readFileSync(`/proc/${process}/${file}`, 'utf8');
  } catch {
    return '';
  }
}
