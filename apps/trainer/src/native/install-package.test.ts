import { mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeFile } from '../testing/fake-machine.js';
import { installPackage } from './install-package.js';
import type { RunProgram } from './run-program.js';

let root: string;
let own: Record<string, string>;
beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'lenet-install-')));
  own = { 'tfjs-core': join(root, 'trainer/tfjs-core') };
  writeFile(join(own['tfjs-core'], 'index.js'), 'own');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

/** An npm that installs, or one that reaches nothing. */
function machine(isOnline: boolean) {
  const lines: string[] = [];
  const calls: string[] = [];
  const run: RunProgram = async (program, args) => {
    calls.push([program, ...args].join(' ').replace(/--prefix \S+/, '--prefix FOLDER'));
    const packages = join(args[args.indexOf('--prefix') + 1], 'node_modules/@tensorflow');
    writeFile(join(packages, 'tfjs-core/index.js'), 'another');
    if (!isOnline)
      return {
        code: 1,
        stdout: '',
        stderr: 'npm error code ENOTFOUND\nnpm error network down\nnpm error A complete log is in x',
      };
    writeFile(join(packages, 'tfjs-node/package.json'), '{}');
    return { code: 0, stdout: 'added 2 packages', stderr: '' };
  };
  const context = { cacheFolder: join(root, 'cache'), run, report: (line: string) => lines.push(line) };
  return { context, lines, calls };
}

test('installs without the install script, and with the own packages of the trainer', async () => {
  const { context, lines, calls } = machine(true);
  const folder = join(root, 'cache/package-4.22.0/node_modules/@tensorflow');
  expect(await installPackage(context, own)).toEqual({ value: join(folder, 'tfjs-node') });
  expect(readFileSync(join(folder, 'tfjs-core/index.js'), 'utf8')).toBe('own');
  expect(lines).toEqual(['installing @tensorflow/tfjs-node@4.22.0 into the cache with npm ...']);
  expect(calls).toEqual([
    'npm install --ignore-scripts --no-audit --no-fund --no-save --prefix FOLDER @tensorflow/tfjs-node@4.22.0',
  ]);
  expect(readdirSync(join(root, 'cache'))).toEqual(['package-4.22.0']);
});

test('what is installed is kept, with links to where the trainer is now', async () => {
  const { context, calls } = machine(true);
  await installPackage(context, own);
  rmSync(own['tfjs-core'], { recursive: true });
  const moved = join(root, 'moved/tfjs-core');
  mkdirSync(moved, { recursive: true });
  await installPackage(context, { 'tfjs-core': moved });
  expect(realpathSync(join(root, 'cache/package-4.22.0/node_modules/@tensorflow/tfjs-core'))).toBe(moved);
  expect(calls).toHaveLength(1);
});

test('says why npm did not, and leaves nothing half-made', async () => {
  const { context } = machine(false);
  expect(await installPackage(context, own)).toEqual({
    failure: {
      reason: 'npm did not install it: network down',
      remedy:
        'Check that npm reaches its registry, or install it beside @lenet/trainer with "npm install --ignore-scripts @tensorflow/tfjs-node@4.22.0".',
    },
  });
  expect(readdirSync(join(root, 'cache'))).toEqual([]);
});
