import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

const require = createRequire(import.meta.url);
const { explainInstallFailure, fingerprint, isInstalled, stampPath } = require('./install.cjs');
const { pnpmCommand } = require('./pnpm-command.cjs');
const { cLibraryProblem, tooOldForTests } = require('./run.cjs');
const { removeOldResults, summarizeResults } = require('./test-totals.cjs');
const here = dirname(fileURLToPath(import.meta.url));
const suite = { script: 'test', results: 'test-results.json' };

let root;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'lenet-bootstrap-'));
  writeFileSync(join(root, 'pnpm-lock.yaml'), 'lock: 1\n');
  writeFileSync(join(root, 'pnpm-workspace.yaml'), '');
  writeFileSync(join(root, 'package.json'), '{"packageManager":"pnpm@12.21.0"}');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function writePackage(name, scripts, results) {
  const folder = join(root, 'packages', name);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ scripts }));
  if (results) writeFileSync(join(folder, 'test-results.json'), JSON.stringify(results));
}

describe('install', () => {
  test('is due when there is no stamp, and not after a finished install', () => {
    expect(isInstalled(root)).toBe(false);
    mkdirSync(dirname(stampPath(root)), { recursive: true });
    writeFileSync(stampPath(root), fingerprint(root));
    expect(isInstalled(root)).toBe(true);
  });

  test('is due again when the lockfile has changed', () => {
    mkdirSync(dirname(stampPath(root)), { recursive: true });
    writeFileSync(stampPath(root), fingerprint(root));
    writeFileSync(join(root, 'pnpm-lock.yaml'), 'lock: 2\n');
    expect(isInstalled(root)).toBe(false);
  });

  test.each([
    [
      'npm error code ENOTFOUND',
      'Installing dependencies failed: the npm registry cannot be reached. Check the network and the registry (npm config get registry), then run the command again.',
    ],
    [
      'failed to write: No\n      space left on device (os error 28)',
      'Installing dependencies failed: the disk is full. Free at least 1 GB and run the command again.',
    ],
    [
      'ERR_PNPM_OUTDATED_LOCKFILE',
      'Installing dependencies failed: pnpm-lock.yaml does not fit the package.json files. Run "npx pnpm install" and commit the lockfile.',
    ],
    [
      'something else',
      'something else\nInstalling dependencies failed; the last lines of its output are above.',
    ],
  ])('explains %j in one line with the remedy', (output, message) => {
    expect(explainInstallFailure(output)).toBe(message);
  });

  test('ends with exit code 1 and one line when no registry answers', () => {
    mkdirSync(join(root, 'tooling'));
    cpSync(here, join(root, 'tooling', 'bootstrap'), {
      recursive: true,
      filter: (source) => !source.includes('node_modules'),
    });
    const result = spawnSync(process.execPath, [join(root, 'tooling', 'bootstrap', 'bin.cjs'), 'lenet'], {
      encoding: 'utf8',
      env: {
        PATH: process.env.PATH,
        npm_config_registry: 'http://127.0.0.1:1/',
        npm_config_cache: join(root, 'cache'),
      },
    });
    expect(result.stderr).toBe(
      `Installing dependencies (first run, or they have changed) ...\nInstalling dependencies failed: the npm registry cannot be reached. Check the network and the registry (npm config get registry), then run the command again. The whole output is in ${join(root, 'node_modules', '.lenet', 'install.log')}.\n`,
    );
    expect(result.status).toBe(1);
  }, 60_000);
});

describe('Node version', () => {
  test('too old a Node gets one line and exit code 1', () => {
    const program = `Object.defineProperty(process.versions, 'node', { value: '18.20.0' }); require(${JSON.stringify(join(here, 'bin.cjs'))});`;
    const result = spawnSync(process.execPath, ['-e', program], { encoding: 'utf8' });
    expect(result.stderr).toBe(
      'Lenet needs Node 20 or newer, this is Node 18.20.0. Install a newer one from https://nodejs.org and run the command again.\n',
    );
    expect(result.status).toBe(1);
  });
});

describe('on Windows', () => {
  const windows = { platform: 'win32', node: 'C:\\Program Files\\nodejs\\node.exe' };

  test('pnpm is run by the script of npm, without a shell that would split the path of Node', () => {
    const npmScript = 'C:\\Program Files\\nodejs\\node_modules\\npm\\bin\\npm-cli.js';
    expect(pnpmCommand(['pnpm@1.2.3', 'install'], { ...windows, npmScript })).toEqual({
      program: windows.node,
      args: [npmScript, 'exec', '--yes', '--', 'pnpm@1.2.3', 'install'],
      shell: false,
    });
  });

  test('where npm did not start us, npx is a script of the shell', () => {
    const args = ['--yes', 'pnpm@1.2.3', 'install'];
    expect(pnpmCommand(args.slice(1), windows)).toEqual({ program: 'npx', args, shell: true });
    expect(pnpmCommand(args.slice(1), { platform: 'linux', node: '/node' }).shell).toBe(false);
  });

  test('there is no Node of the toolchain: one that is too old for the tests gets one line', () => {
    expect(tooOldForTests('20.20.2', false)).toBe(
      'The tests need Node 22.18 or newer on this system, this is Node 20.20.2. Training and the page run on it; install a newer one from https://nodejs.org for the tests.',
    );
    expect(tooOldForTests('22.17.9', false)).toMatch(/^The tests need Node 22\.18/);
    expect(tooOldForTests('22.18.0', false)).toBeUndefined();
    expect(tooOldForTests('24.0.0', false)).toBeUndefined();
    expect(tooOldForTests('20.20.2', true)).toBeUndefined();
  });
});

test('a Linux without glibc gets one line', () => {
  expect(cLibraryProblem('linux', () => ({}))).toBe(
    'The tools of this repository need a Linux with glibc; this one has another C library, as Alpine has. Take an image such as node:22, or the published command, which runs here: npx @lenet/trainer train',
  );
  expect(cLibraryProblem('linux', () => ({ glibcVersionRuntime: '2.36' }))).toBeUndefined();
  expect(cLibraryProblem('darwin', () => ({}))).toBeUndefined();
});

describe('test totals', () => {
  const passing = {
    numPassedTests: 3,
    numFailedTests: 0,
    testResults: [{ status: 'passed', assertionResults: [] }],
  };

  test('adds up the packages that have tests', () => {
    writePackage('one', { test: 'x' }, passing);
    writePackage('two', { test: 'x' }, { ...passing, numPassedTests: 4, numFailedTests: 2 });
    writePackage('three', { build: 'x' });
    expect(summarizeResults(root, suite)).toEqual({ passed: 7, failed: 2, missing: [] });
  });

  test('names a package whose tests did not run', () => {
    writePackage('one', { test: 'x' });
    expect(summarizeResults(root, suite)).toEqual({
      passed: 0,
      failed: 0,
      missing: [join('packages', 'one')],
    });
  });

  test('counts a test file that does not load as a failure', () => {
    writePackage(
      'one',
      { test: 'x' },
      { ...passing, testResults: [{ status: 'failed', assertionResults: [] }] },
    );
    expect(summarizeResults(root, suite)).toEqual({ passed: 3, failed: 1, missing: [] });
  });

  test('forgets the results of an earlier run', () => {
    writePackage('one', { test: 'x' }, passing);
    removeOldResults(root, suite);
    expect(summarizeResults(root, suite).missing).toEqual([join('packages', 'one')]);
  });
});
