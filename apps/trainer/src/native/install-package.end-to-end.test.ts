// The real npm, against a registry on this machine that has one small package.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeFile } from '../testing/fake-machine.js';
import { type MirrorServer, startMirrorServer } from '../testing/mirror-server.js';
import { installPackage } from './install-package.js';
import { type RunProgram, runProgram } from './run-program.js';

let root: string;
let archive: Buffer;
let sent: Buffer;
let registry: MirrorServer;

beforeEach(async () => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'lenet-registry-')));
  const manifest = { name: '@tensorflow/tfjs-node', version: '4.22.0', scripts: { install: 'touch RAN' } };
  writeFile(join(root, 'package/package.json'), JSON.stringify(manifest));
  spawnSync('tar', ['-czf', 'package.tgz', 'package'], { cwd: root });
  archive = sent = readFileSync(join(root, 'package.tgz'));
  registry = await startMirrorServer((request, response) => {
    if (request.url === '/package.tgz') return response.end(sent);
    const integrity = `sha512-${createHash('sha512').update(archive).digest('base64')}`;
    const version = { ...manifest, dist: { tarball: `${registry.url}package.tgz`, integrity } };
    response.end(JSON.stringify({ name: manifest.name, versions: { '4.22.0': version }, 'dist-tags': {} }));
  });
});
afterEach(async () => {
  await registry.close();
  rmSync(root, { recursive: true, force: true });
});

function install() {
  const environment = {
    npm_config_registry: registry.url,
    npm_config_cache: join(root, 'npm-cache'),
    npm_config_fetch_retries: '0',
  };
  const run: RunProgram = (program, args, options) => runProgram(program, args, { ...options, environment });
  return installPackage({ cacheFolder: join(root, 'cache'), run, report: () => {} }, {});
}

test('installs from the registry and runs no script of the package', async () => {
  const folder = join(root, 'cache/package-4.22.0/node_modules/@tensorflow/tfjs-node');
  expect(await install()).toEqual({ value: folder });
  expect(readdirSync(folder)).toEqual(['package.json']);
});

test('a package that was damaged on the way is refused, and nothing is left', async () => {
  sent = Buffer.concat([archive, Buffer.from('!')]);
  const outcome = await install();
  expect(outcome).toMatchObject({
    failure: {
      reason: expect.stringMatching(/^npm did not install it: sha512-.* integrity checksum failed/),
    },
  });
  expect(existsSync(join(root, 'cache'))).toBe(true);
  expect(readdirSync(join(root, 'cache'))).toEqual([]);
});
