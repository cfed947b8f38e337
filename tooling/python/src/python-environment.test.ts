import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { providePython, type RunProgram } from './python-environment.ts';

let cacheFolder: string;
const wish = {
  requirements: new URL('../../bench/python/requirements.txt', import.meta.url),
  name: 'peers',
  gigabytes: 10,
  otherwise: 'give a Python that has the packages with --python',
};

beforeEach(() => {
  cacheFolder = mkdtempSync(join(tmpdir(), 'peers-'));
});

afterEach(() => rmSync(cacheFolder, { recursive: true }));

/** A machine whose venv makes a folder with an empty program, and whose pip ends with a code. */
function machine(pipCode: number): { calls: string[]; run: RunProgram } {
  const calls: string[] = [];
  const run: RunProgram = async (program, args) => {
    calls.push(args.slice(0, 2).join(' '));
    if (args[1] !== 'venv') return pipCode;
    expect(program).toBe('python3');
    mkdirSync(join(args[2], 'bin'), { recursive: true });
    writeFileSync(join(args[2], 'bin', 'python'), '');
    return 0;
  };
  return { calls, run };
}

test('the environment is made once', async () => {
  const { calls, run } = machine(0);
  const python = await providePython({ ...wish, cacheFolder, run });
  expect(await providePython({ ...wish, cacheFolder, run })).toBe(python);
  expect(calls).toEqual(['-m venv', '-m pip']);
  expect(python).toMatch(/\/peers\/python-[0-9a-f]{12}\/bin\/python$/);
});

test('a failed installation leaves nothing behind, and says what to do', async () => {
  await expect(providePython({ ...wish, cacheFolder, run: machine(1).run })).rejects.toThrow(
    /^Python environment: expected "pip install --requirement .*requirements\.txt" to succeed, got exit code 1\. Check that pip reaches its package index, that python3 is 3\.11 to 3\.13, and that 10 GB are free, or give a Python that has the packages with --python\.$/,
  );
  expect(readdirSync(join(cacheFolder, 'peers'))).toEqual([]);
});

test('without Python it says how to get it', async () => {
  await expect(providePython({ ...wish, cacheFolder, run: async () => 127 })).rejects.toThrow(
    new Error(
      'Python environment: expected "python3 -m venv" to succeed, got it could not be started. Install Python 3.11 to 3.13 with venv and pip (Debian, Ubuntu: "apt install python3-venv python3-pip"), or give a Python that has the packages with --python.',
    ),
  );
});
