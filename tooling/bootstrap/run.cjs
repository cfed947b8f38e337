'use strict';
const { existsSync } = require('node:fs');
const { join } = require('node:path');
const { install, isInstalled } = require('./install.cjs');
const { runChild } = require('./run-child.cjs');
const { removeOldResults, summarizeResults } = require('./test-totals.cjs');

const root = join(__dirname, '..', '..');

/**
 * The two parts of the test suite: turbo tasks, the file in which each package leaves its results, and how many tasks
 * run at once. Each has threads, browsers and programs of its own: more at once are not sooner done on two cores, and
 * time limits of single tests pass meanwhile.
 */
const suites = {
  test: { tasks: ['lint', 'typecheck', 'test'], script: 'test', results: 'test-results.json', atOnce: 4 },
  'test:full': { tasks: ['test:full'], script: 'test:full', results: 'test-full-results.json', atOnce: 2 },
};

/**
 * @param {string} command `lenet`, `demo`, `test` or `test:full`
 * @param {string[]} args passed on as they are
 */
async function run(command, args) {
  process.exitCode = await runCommand(command, args);
}

async function runCommand(command, args) {
  if (!isInstalled(root)) {
    const failure = await install(root);
    if (failure) return fail(failure.message, failure.code);
  }
  if (command === 'lenet') return runBuilt('@lenet/trainer', ['apps', 'trainer', 'dist', 'bin.js'], args);
  if (command === 'demo') return runBuilt('@lenet/demo', ['apps', 'demo', 'server', 'main.mjs'], args);
  if (command in suites) return runSuite(suites[command], args);
  return fail(
    `Unknown command "${command}": expected lenet, demo, test or test:full. See the scripts in package.json.`,
  );
}

/**
 * Builds a package and all that it needs, then runs a program of it in the folder where the user is:
 * npm changes to the root, and relative paths would lead elsewhere.
 */
async function runBuilt(name, program, args) {
  const { code, output, interruption } = await turbo(['build', `--filter=${name}...`], 'pipe');
  if (interruption !== undefined) return fail('Interrupted during the build.', interruption);
  if (code !== 0) {
    return fail(
      `${output}\nThe build failed; the messages above say where. After a fresh clone this is a bug: please report it.`,
    );
  }
  const cwd = process.env.INIT_CWD ?? process.cwd();
  return (await start(node(), [join(root, ...program), ...args], { cwd, stdio: 'inherit' })).code;
}

async function runSuite(suite, args) {
  removeOldResults(root, suite);
  const tasks = [...suite.tasks, '--continue', `--concurrency=${suite.atOnce}`, ...args];
  const { code: status, interruption } = await turbo(tasks, 'inherit');
  if (interruption !== undefined) return fail('Interrupted; tests are missing.', interruption);
  const { passed, failed, missing } = summarizeResults(root, suite);
  for (const name of missing) process.stdout.write(`${name}: no test results; its tests did not run\n`);
  if (status !== 0 && failed === 0) process.stdout.write('A check failed; the messages above say which.\n');
  const problems = failed + missing.length + (status !== 0 && failed + missing.length === 0 ? 1 : 0);
  process.stdout.write(`${passed} passed, ${problems} failed\n`);
  return problems === 0 ? 0 : 1;
}

/** @param {'inherit' | 'pipe'} output where turbo's own lines go: a build that succeeds says nothing */
function turbo(args, output) {
  const script = join(root, 'node_modules', 'turbo', 'bin', 'turbo');
  const stdio = ['ignore', output, output];
  return start(node(), [script, 'run', ...args, '--output-logs=errors-only'], { cwd: root, stdio });
}

/** The pinned Node of the toolchain, or the caller's where there is none for the platform. */
function node() {
  const pinned = join(root, 'node_modules', '.bin', 'node');
  return process.platform !== 'win32' && existsSync(pinned) ? pinned : process.execPath;
}

/** Runs a program with the toolchain's programs first in its PATH. */
function start(program, args, options) {
  const bin = join(root, 'node_modules', '.bin');
  const separator = process.platform === 'win32' ? ';' : ':';
  const env = {
    ...process.env,
    PATH: `${bin}${separator}${process.env.PATH}`,
    TURBO_TELEMETRY_DISABLED: '1',
    TURBO_NO_UPDATE_NOTIFIER: '1',
  };
  return runChild(program, args, { ...options, env });
}

function fail(message, code = 1) {
  process.stderr.write(`${message}\n`);
  return code;
}

module.exports = { run };
