import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createFakeMachine, readAddon, writeFile, writeTensorflow } from '../testing/fake-machine.js';
import { addonPath } from './setup-context.js';
import { setupNative } from './setup-native.js';

const asItIs = `1 of 5, as it is: the addon has not been made yet (${addonPath} is not there).`;
const installScript =
  '2 of 5, its own install script: getaddrinfo ENOTFOUND host. It downloads from storage.googleapis.com: check that this host can be reached, or set TFJS_NODE_CDN_STORAGE to a mirror.';
const notSet =
  '3 of 5, LIBTENSORFLOW_DIR: it is not set. To use this way, set it to a folder with the include and lib of TensorFlow for C.';
const noPython =
  '4 of 5, TensorFlow for Python: no module named tensorflow. To use this way, install it: "python3 -m pip install tensorflow-cpu".';
const noWay =
  'native TensorFlow: no way worked, the lines above say why. Training works without it ("--backend auto").';
const running = 'running its own install script ...';
const wheel =
  'pip tensorflow-cpu==2.21.0 --hash=sha256:2b847d217b02ee7731ed91431daf3250daa0196c3c94614d23be27232e6e5b6c';
const compile = (compiler: string) =>
  `${compiler} -O2 -std=c++17 -shared -fPIC -DNAPI_VERSION=8 -I.. -I. -IROOT/cache/UNFINISHED/made/deps/include -I/headers binding/tfjs_backend.cc binding/tfjs_binding.cc -o ROOT/cache/UNFINISHED/made/lib/napi-v8/tfjs_binding.node -LROOT/cache/UNFINISHED/made/deps/lib -ltensorflow -ltensorflow_framework -Wl,-rpath,$ORIGIN/../../deps/lib`;

test('does nothing when tfjs-node loads already', async () => {
  const { context, lines, calls } = createFakeMachine();
  writeFile(join(context.packageFolder, addonPath), 'good');
  await setupNative(context);
  expect(lines).toEqual(['done, it loads already: @tensorflow/tfjs-node 4.22.0 with TensorFlow 2.21.0.']);
  expect(calls).toEqual(['load']);
});

test('only links what was made earlier, as after a reinstall', async () => {
  const { context, lines, calls, made } = createFakeMachine();
  writeFile(join(made, addonPath), 'good');
  await setupNative(context);
  expect(lines).toEqual([
    asItIs,
    'done, linked what was made earlier in ROOT/cache/tfjs-node-4.22.0-napi-v8-linux-x64: @tensorflow/tfjs-node 4.22.0 with TensorFlow 2.21.0.',
  ]);
  expect(calls).toEqual(['load']);
  expect(readAddon(context)).toBe('good');
});

test('takes its own install script first, in a copy of the package', async () => {
  const { context, lines, calls } = createFakeMachine({ hasDownloads: true });
  await setupNative(context);
  expect(lines).toEqual([
    asItIs,
    running,
    'done, 2 of 5, its own install script: made in ROOT/cache/tfjs-node-4.22.0-napi-v8-linux-x64: @tensorflow/tfjs-node 4.22.0 with TensorFlow 2.21.0.',
  ]);
  expect(calls).toEqual(['install.js', 'load']);
  expect(readFileSync(join(context.packageFolder, 'package.json'), 'utf8')).toBe('{"version":"4.22.0"}');
});

test('tries every way in order, says why each failed, and leaves nothing behind', async () => {
  const { context, lines, calls } = createFakeMachine();
  await expect(setupNative(context)).rejects.toThrow(noWay);
  expect(lines).toEqual([
    asItIs,
    running,
    installScript,
    notSet,
    noPython,
    'downloading tensorflow-cpu 2.21.0 with pip (274 MB) ...',
    '5 of 5, TensorFlow from pip: /usr/bin/python3: No module named pip. Check that python3 has pip (Debian, Ubuntu: "apt install python3-pip"), that it reaches its package index, and that 2 GB are free.',
  ]);
  expect(calls).toEqual(['install.js', 'find_spec', wheel]);
  expect(readdirSync(context.cacheFolder)).toEqual([]);
  expect(readdirSync(context.packageFolder).sort()).toEqual(['package.json', 'scripts']);
});

test('compiles against LIBTENSORFLOW_DIR before it asks Python', async () => {
  const { root, context, lines, calls, made } = createFakeMachine();
  const given = join(root, 'given');
  writeTensorflow(join(given, 'include'), join(given, 'lib'), '.so.2', '_framework.so.2');
  await setupNative({ ...context, environment: { LIBTENSORFLOW_DIR: given } });
  expect(lines.slice(3)).toEqual([
    'compiling the addon with g++ ...',
    'done, 3 of 5, LIBTENSORFLOW_DIR: made in ROOT/cache/tfjs-node-4.22.0-napi-v8-linux-x64: @tensorflow/tfjs-node 4.22.0 with TensorFlow 2.21.0.',
  ]);
  expect(calls).toEqual(['install.js', compile('g++'), 'load']);
  expect(readdirSync(join(made, 'deps/lib')).sort()).toEqual([
    'libtensorflow.so',
    'libtensorflow.so.2',
    'libtensorflow_framework.so',
    'libtensorflow_framework.so.2',
  ]);
  expect(readFileSync(join(context.packageFolder, 'deps/lib/libtensorflow.so'), 'utf8')).toBe('.so.2');
});

test('names what LIBTENSORFLOW_DIR lacks and goes on', async () => {
  const { root, context, lines } = createFakeMachine();
  const given = join(root, 'given');
  writeTensorflow(join(given, 'include'), join(given, 'lib'), '.so');
  await expect(setupNative({ ...context, environment: { LIBTENSORFLOW_DIR: given } })).rejects.toThrow(noWay);
  expect(lines[3]).toBe(
    '3 of 5, LIBTENSORFLOW_DIR: missing: ROOT/given/lib/libtensorflow_framework.so (or libtensorflow_framework.so.2). To use this way, set it to a folder with the include and lib of TensorFlow for C.',
  );
});

test('compiles against the TensorFlow of an installed Python before it downloads one', async () => {
  const root = createFakeMachine().root;
  const tensorflow = join(root, 'site-packages/tensorflow');
  writeTensorflow(join(tensorflow, 'include'), tensorflow, '_cc.so.2', '_framework.so.2');
  const machine = { pythonTensorflow: tensorflow, hasPip: true, compilers: ['clang++'] };
  const { context, calls } = createFakeMachine(machine, root);
  await setupNative(context);
  expect(calls).toEqual(['install.js', 'find_spec', compile('clang++'), 'load']);
});

test('downloads the wheel with its digest checked, and keeps what it unpacked', async () => {
  const { context, lines, calls, made } = createFakeMachine({ hasPip: true });
  await setupNative(context);
  expect(calls).toEqual(['install.js', 'find_spec', wheel, 'unpack', compile('g++'), 'load']);
  expect(readdirSync(context.cacheFolder).sort()).toEqual([
    'tensorflow-cpu-2.21.0-linux-x64',
    'tfjs-node-4.22.0-napi-v8-linux-x64',
  ]);

  rmSync(made, { recursive: true });
  lines.length = calls.length = 0;
  await setupNative(context);
  expect(calls).toEqual(['install.js', 'find_spec', compile('g++'), 'load']);
  expect(lines.at(-1)).toBe(
    'done, 5 of 5, TensorFlow from pip: made in ROOT/cache/tfjs-node-4.22.0-napi-v8-linux-x64: @tensorflow/tfjs-node 4.22.0 with TensorFlow 2.21.0.',
  );
});

test.each([
  [
    'no compiler',
    { compilers: [] },
    'no C++ compiler (looked for g++, clang++). Install one (Debian, Ubuntu: "apt install g++"; Fedora: "dnf install gcc-c++"), or say where it is with CXX.',
  ],
  [
    'a compiler that fails',
    { compiled: 'nothing' },
    'g++ did not compile the addon: x.cc:1:1: fatal error: no tensorflow/c/c_api.h. Use another compiler (CXX=clang++), or another TensorFlow (LIBTENSORFLOW_DIR).',
  ],
  [
    'an addon that does not load',
    { compiled: 'broken' },
    'the addon does not load: undefined symbol: TF_Version. Use another TensorFlow (LIBTENSORFLOW_DIR).',
  ],
  [
    'a system without a wheel',
    { platform: 'darwin-arm64' },
    "there is no wheel for darwin-arm64 here. Set LIBTENSORFLOW_DIR to a folder with TensorFlow's include and lib.",
  ],
])('explains %s', async (_case, machine, message) => {
  const { context, lines, made } = createFakeMachine({ hasPip: true, ...machine });
  await expect(setupNative(context)).rejects.toThrow(noWay);
  expect(lines.at(-1)).toBe(`5 of 5, TensorFlow from pip: ${message}`);
  expect(readAddon(context)).toBeUndefined();
  expect(existsSync(made)).toBe(false);
});

test('CXX chooses the compiler and may hold arguments', async () => {
  const { context, calls } = createFakeMachine({
    hasPip: true,
    environment: { CXX: 'ccache clang++' },
    compilers: ['ccache'],
  });
  await setupNative(context);
  expect(calls.slice(-2)).toEqual([compile('ccache clang++'), 'load']);
});

test('replaces what no longer loads', async () => {
  const { context, lines, made } = createFakeMachine({ hasDownloads: true });
  writeFile(join(made, addonPath), 'old');
  writeFile(join(context.packageFolder, addonPath), 'older');
  await setupNative(context);
  expect(lines.slice(0, 3)).toEqual([
    '1 of 5, as it is: the addon does not load: undefined symbol: TF_Version.',
    'what was made earlier in ROOT/cache/tfjs-node-4.22.0-napi-v8-linux-x64 is removed: the addon does not load: undefined symbol: TF_Version.',
    running,
  ]);
  expect(readAddon(context)).toBe('good');
});

test('removes what a killed run left, not what another run is making', async () => {
  const { context } = createFakeMachine({ hasDownloads: true });
  const dead = 2 ** 22 + 1; // above the highest process number of Linux
  mkdirSync(join(context.cacheFolder, `unfinished-${dead}-a`), { recursive: true });
  mkdirSync(join(context.cacheFolder, `unfinished-${process.ppid}-b`));
  await setupNative(context);
  expect(readdirSync(context.cacheFolder).sort()).toEqual([
    'tfjs-node-4.22.0-napi-v8-linux-x64',
    `unfinished-${process.ppid}-b`,
  ]);
});

test('downloads nothing when there is no compiler to use it', async () => {
  const { context, calls } = createFakeMachine({ hasPip: true, compilers: [] });
  await expect(setupNative(context)).rejects.toThrow(noWay);
  expect(calls).toEqual(['install.js']);
});
