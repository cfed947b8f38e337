'use strict';
const { spawn } = require('node:child_process');
const { existsSync } = require('node:fs');
const { join } = require('node:path');
const { constants } = require('node:os');
const { install, isInstalled } = require('./install.cjs');
const { removeOldResults, summarizeResults } = require('./test-totals.cjs');

const root = join(__dirname, '..', '..');

/** The two parts of the test suite: turbo tasks, and the file in which each package leaves its results. */
const suites = {
  test: { tasks: ['lint', 'typecheck', 'test'], script: 'test', results: 'test-results.json' },
  'test:full': { tasks: ['test:full'], script: 'test:full', results: 'test-full-results.json' },
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
    if (failure) return fail(failure);
  }
  if (command === 'lenet') return runBuilt('@lenet/trainer', ['apps', 'trainer', 'dist', 'bin.js'], args);
  if (command === 'demo') return runBuilt('@lenet/demo', ['apps', 'demo', 'server', 'main.mjs'], args);
  if (command in suites) return runSuite(suites[command], args);
  return fail(
    `Unknown command "${command}": expected lenet, demo, test or test:full. See the scripts in package.json.`,
  );
}

/** Builds a package and all that it needs, then runs a program of it. */
async function runBuilt(name, program, args) {
  const { code, output } = await turbo(['build', `--filter=${name}...`], 'pipe');
  if (code !== 0) {
    return fail(
      `${output}\nThe build failed; the messages above say where. After a fresh clone this is a bug: please report it.`,
    );
  }
  return (await start(node(), [join(root, ...program), ...args], 'inherit')).code;
}

async function runSuite(suite, args) {
  removeOldResults(root, suite);
  const { code: status } = await turbo([...suite.tasks, '--continue', ...args], 'inherit');
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
  return start(node(), [script, 'run', ...args, '--output-logs=errors-only'], ['ignore', output, output]);
}

/** The pinned Node of the toolchain, or the caller's where there is none for the platform. */
function node() {
  const pinned = join(root, 'node_modules', '.bin', 'node');
  return process.platform !== 'win32' && existsSync(pinned) ? pinned : process.execPath;
}

/**
 * Runs a program to its end. Signals reach it too, and it decides what they mean.
 *
 * @returns {Promise<{ code: number, output: string }>} its output as far as it was piped
 */
function start(program, args, stdio) {
  const bin = join(root, 'node_modules', '.bin');
  const separator = process.platform === 'win32' ? ';' : ':';
  const env = {
    ...process.env,
    PATH: `${bin}${separator}${process.env.PATH}`,
    TURBO_TELEMETRY_DISABLED: '1',
    TURBO_NO_UPDATE_NOTIFIER: '1',
  };
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd: root, env, stdio });
    // A terminal sends Ctrl-C to the whole group; a `kill` reaches this process alone.
    const onInterrupt = () => {};
    const onTerminate = () => child.kill('SIGTERM');
    process.on('SIGINT', onInterrupt);
    process.on('SIGTERM', onTerminate);
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (chunk) => {
        output += chunk;
      });
    }
    child.on('error', (error) =>
      resolve({ code: fail(`Cannot start ${program}: ${error.message}.`), output }),
    );
    child.on('close', (code, signal) => {
      process.off('SIGINT', onInterrupt);
      process.off('SIGTERM', onTerminate);
      resolve({ code: signal === null ? code : 128 + constants.signals[signal], output });
    });
  });
}

function fail(message) {
  process.stderr.write(`${message}\n`);
  return 1;
}

module.exports = { run };
