'use strict';
const { createHash } = require('node:crypto');
const { mkdirSync, readFileSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { pnpmCommand } = require('./pnpm-command.cjs');
const { runChild } = require('./run-child.cjs');

const installFiles = ['pnpm-lock.yaml', 'pnpm-workspace.yaml', 'package.json'];
const stampPath = (root) => join(root, 'node_modules', '.lenet', 'installed');

/**
 * Whether the last finished install was made from the files as they are now. Contents are compared,
 * not times: a checkout gives every file a new time.
 */
function isInstalled(root) {
  try {
    return readFileSync(stampPath(root), 'utf8') === fingerprint(root);
  } catch {
    return false;
  }
}

/**
 * Installs all dependencies with the pinned pnpm, which npx fetches.
 *
 * @returns {Promise<{ message: string, code: number } | undefined>} what failed and what to do, with the
 *   exit code, or undefined
 */
async function install(root) {
  const { packageManager } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  process.stderr.write('Installing dependencies (first run, or they have changed) ...\n');
  const startedAt = Date.now();
  const args = [packageManager, 'install', '--frozen-lockfile', '--reporter=append-only'];
  const { code, output, interruption } = await runPnpm(args, root);
  if (interruption !== undefined) {
    return { message: 'Interrupted while dependencies were installed.', code: interruption };
  }
  if (code !== 0) return { message: explainInstallFailure(output, keepLog(root, output)), code: 1 };
  try {
    mkdirSync(join(root, 'node_modules', '.lenet'), { recursive: true });
    writeFileSync(stampPath(root), fingerprint(root));
  } catch (error) {
    return { message: explainInstallFailure(String(error)), code: 1 };
  }
  process.stderr.write(`Installed in ${Math.round((Date.now() - startedAt) / 1000)} s.\n`);
  return undefined;
}

function fingerprint(root) {
  const hash = createHash('sha256');
  for (const file of installFiles) hash.update(readFileSync(join(root, file)));
  return hash.digest('hex');
}

function runPnpm(pnpmArgs, root) {
  const { platform, execPath: node, env: environment } = process;
  const system = { platform, node, npmScript: environment.npm_execpath };
  const { program, args, shell } = pnpmCommand(pnpmArgs, system);
  const env = {
    ...environment,
    // By default npm and pnpm try for more than a minute before they admit that there is no network.
    npm_config_fetch_retries: '1',
    npm_config_fetch_retry_mintimeout: '1000',
    pnpm_config_fetch_retries: '1',
    pnpm_config_fetch_retry_mintimeout: '1000',
    npm_config_update_notifier: 'false',
  };
  return runChild(program, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'], shell });
}

/** @returns {string | undefined} where the log is, if it could be written */
function keepLog(root, output) {
  const path = join(root, 'node_modules', '.lenet', 'install.log');
  try {
    mkdirSync(join(root, 'node_modules', '.lenet'), { recursive: true });
    writeFileSync(path, output);
    return path;
  } catch {
    return undefined;
  }
}

const reasons = [
  [/ENOSPC|no space left/i, 'the disk is full', 'Free at least 1 GB and run the command again.'],
  [
    /EACCES|EPERM|EROFS/,
    'a folder cannot be written',
    'Make sure that you own this folder and the npm cache (npm config get cache), then run the command again.',
  ],
  [
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|META_FETCH_FAIL|FETCH_404|error sending request|network|socket/i,
    'the npm registry cannot be reached',
    'Check the network and the registry (npm config get registry), then run the command again.',
  ],
  [
    /ERR_PNPM_OUTDATED_LOCKFILE/,
    'pnpm-lock.yaml does not fit the package.json files',
    'Run "npx pnpm install" and commit the lockfile.',
  ],
];

/**
 * One line for what pnpm or npm printed.
 *
 * @param {string} output all that was printed
 * @param {string} [log] where it was kept
 */
function explainInstallFailure(output, log) {
  const seeLog = log === undefined ? '' : ` The whole output is in ${log}.`;
  // pnpm breaks its messages into lines of 80 columns.
  const text = output.replace(/\s+/g, ' ');
  for (const [pattern, reason, remedy] of reasons) {
    if (pattern.test(text)) return `Installing dependencies failed: ${reason}. ${remedy}${seeLog}`;
  }
  const tail = output.trimEnd().split('\n').slice(-15).join('\n');
  return `${tail}\nInstalling dependencies failed; the last lines of its output are above.${seeLog}`;
}

module.exports = { explainInstallFailure, install, isInstalled, stampPath, fingerprint };
