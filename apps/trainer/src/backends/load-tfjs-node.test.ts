import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import Module from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { BackendUnavailableError } from './backend-unavailable-error.js';
import { loadNativeTensorflow } from './load-tfjs-node.js';

let root: string;
const from = () => join(root, 'trainer.js');

// pnpm starts vitest with a NODE_PATH on which the real packages are found from any folder.
beforeAll(() => {
  delete process.env.NODE_PATH;
  (Module as unknown as { _initPaths(): void })._initPaths();
});

beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'tfjs-node-')));
  writePackage('node_modules', '@lenet/core', '');
  writePackage('node_modules', '@tensorflow/tfjs-core', '');
});

afterEach(() => rmSync(root, { recursive: true }));

function writePackage(modules: string, name: string, script: string): void {
  write(`${modules}/${name}/package.json`, JSON.stringify({ name, main: 'index.js' }));
  write(`${modules}/${name}/index.js`, script);
}

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

function writeTfjsNode(modules: string, script: string): void {
  writePackage(modules, '@tensorflow/tfjs', '');
  writePackage(modules, '@tensorflow/tfjs-node', script);
  write(`${modules}/@tensorflow/tfjs-node/lib/napi-v8/tfjs_binding.node`, '');
}

async function failure(environment: Record<string, string> = {}): Promise<BackendUnavailableError> {
  const error = await loadNativeTensorflow({
    environment: { LENET_CACHE_DIR: join(root, 'cache'), ...environment },
    from: from(),
  }).catch((reason) => reason);
  expect(error).toBeInstanceOf(BackendUnavailableError);
  return error;
}

test('loads the package that is installed beside the trainer', async () => {
  writeTfjsNode('node_modules', 'exports.place = "beside";');
  expect(await loadNativeTensorflow({ environment: {}, from: from() })).toEqual({ place: 'beside' });
});

test('loads what the set-up installed in the cache, where nothing is beside the trainer', async () => {
  writeTfjsNode('cache/native/package-4.22.0/node_modules', 'exports.place = "cache";');
  const environment = { LENET_CACHE_DIR: join(root, 'cache') };
  expect(await loadNativeTensorflow({ environment, from: from() })).toEqual({ place: 'cache' });
});

test('LENET_TFJS_NODE goes before the installed package', async () => {
  writeTfjsNode('node_modules', 'exports.place = "beside";');
  writeTfjsNode('node_modules/elsewhere/node_modules', 'exports.place = "elsewhere";');
  const folder = join(root, 'node_modules/elsewhere/node_modules/@tensorflow/tfjs-node');
  const environment = { LENET_TFJS_NODE: folder };
  expect(await loadNativeTensorflow({ environment, from: from() })).toEqual({ place: 'elsewhere' });
});

test('gives tfjs-node the functions that it misses, without deprecation warnings', async () => {
  writeTfjsNode(
    'node_modules',
    `const util = require('node:util');
    process.emitWarning('old', 'DeprecationWarning', 'DEP0000');
    exports.nothing = [util.isNullOrUndefined(null), util.isNullOrUndefined(undefined), util.isNullOrUndefined(0)];
    exports.arrays = [util.isArray([]), util.isArray({})];
    exports.level = process.env.TF_CPP_MIN_LOG_LEVEL;`,
  );
  const warnings: string[] = [];
  const onWarning = (warning: Error) => warnings.push(warning.message);
  process.on('warning', onWarning);
  const loaded = await loadNativeTensorflow({ environment: {}, from: from() });
  await new Promise((resolve) => setImmediate(resolve));
  process.off('warning', onWarning);
  expect(loaded).toEqual({ nothing: [true, true, false], arrays: [true, false], level: '2' });
  expect(warnings).toEqual([]);
});

test('says how to install a package that is missing', async () => {
  const error = await failure();
  expect(error.message).toBe(
    'Backend "node" cannot be used: @tensorflow/tfjs-node is not installed. Run "lenet doctor --setup-native", install it beside @lenet/trainer with "npm install @tensorflow/tfjs-node@4.22.0", or set LENET_TFJS_NODE to its folder.',
  );
  expect(error.backend).toBe('node');
  expect(error.reason).toBe('@tensorflow/tfjs-node is not installed');
});

test('says how to make an addon that is missing, and loads nothing', async () => {
  writePackage('node_modules', '@tensorflow/tfjs-node', 'throw new Error("loaded");');
  expect((await failure()).message).toBe(
    `Backend "node" cannot be used: @tensorflow/tfjs-node in ${root}/node_modules/@tensorflow/tfjs-node has no native addon. Run "lenet doctor --setup-native".`,
  );
});

test('refuses a LENET_TFJS_NODE that is no such package', async () => {
  writeTfjsNode('node_modules', '');
  expect((await failure({ LENET_TFJS_NODE: root })).message).toBe(
    `Backend "node" cannot be used: LENET_TFJS_NODE is "${root}", which is not the folder of an installed @tensorflow/tfjs-node. Set it to that folder, or unset it.`,
  );
});

test('refuses a second copy of tfjs-core, before it loads anything', async () => {
  writeTfjsNode('other/node_modules', 'throw new Error("loaded");');
  writePackage('other/node_modules', '@tensorflow/tfjs-core', '');
  const folder = join(root, 'other/node_modules/@tensorflow/tfjs-node');
  expect((await failure({ LENET_TFJS_NODE: folder })).message).toBe(
    `Backend "node" cannot be used: @tensorflow/tfjs-node in ${folder} uses another copy of @tensorflow/tfjs-core (${root}/other/node_modules/@tensorflow/tfjs-core/index.js) than @lenet/core (${root}/node_modules/@tensorflow/tfjs-core/index.js). Run "lenet doctor --setup-native", install it beside @lenet/trainer with "npm install @tensorflow/tfjs-node@4.22.0", or set LENET_TFJS_NODE to its folder.`,
  );
});

test('keeps the cause when the addon does not load', async () => {
  writeTfjsNode('node_modules', 'throw new Error("libtensorflow.so.2: no such file.\\nRequire stack:");');
  const error = await failure();
  expect(error.message).toBe(
    `Backend "node" cannot be used: @tensorflow/tfjs-node in ${root}/node_modules/@tensorflow/tfjs-node does not load: libtensorflow.so.2: no such file. Run "lenet doctor --setup-native" to see why.`,
  );
  expect((error.cause as Error).message).toContain('Require stack:');
});
