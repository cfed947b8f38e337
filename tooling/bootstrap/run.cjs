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
  const problem = cLibraryProblem(process.platform, () => process.report.getReport().header);
  if (problem !== undefined) return fail(problem);
  if (!isInstalled(root)) {
    const failure = await install(root);
    if (failure) return fail(failure.message, failure.code);
  }
  if (command === 'lenet') return runBuilt('@lenet/trainer', ['apps', 'trainer', 'dist', 'bin.js'], args);
  if (command === 'demo') return runBuilt('@lenet/demo', ['apps', 'demo', 'server', 'main.mjs'], args);
  if (command in suites) {
    const reason = tooOldForTests(process.versions.node, hasPinnedNode());
    return reason === undefined ? runSuite(suites[command], args) : fail(reason);
  }
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

const pinnedNode = join(root, 'node_modules', '.bin', 'node');
const hasPinnedNode = () => process.platform !== 'win32' && existsSync(pinnedNode);

/** The pinned Node of the toolchain, or the caller's where there is none for the platform. */
function node() {
  return hasPinnedNode() ? pinnedNode : process.execPath;
}

/**
 * Tests are TypeScript that Node runs as it stands; what users get needs Node 20 only.
 *
 * @param {string} version of the Node that runs this
 * @param {boolean} isPinned whether the tests run on another, that of the toolchain
 * @returns {string | undefined}
 */
function tooOldForTests(version, isPinned) {
  const [major, minor] = version.split('.').map(Number);
  if (isPinned || major > 22 || (major === 22 && minor >= 18)) return undefined;
  return `The tests need Node 22.18 or newer on this system, this is Node ${version}. Training and the page run on it; install a newer one from https://nodejs.org for the tests.`;
}

/**
 * The Node of the toolchain is built for glibc, and starts on no other C library.
 *
 * @param {string} platform
 * @param {() => { glibcVersionRuntime?: string }} readHeader of Node's report on itself
 * @returns {string | undefined}
 */
function cLibraryProblem(platform, readHeader) {
  if (platform !== 'linux' || readHeader().glibcVersionRuntime !== undefined) return undefined;
  return 'The tools of this repository need a Linux with glibc; this one has another C library, as Alpine has. Take an image such as node:22, or the published command, which runs here: npx @lenet/trainer train';
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

module.exports = { cLibraryProblem, run, tooOldForTests };
