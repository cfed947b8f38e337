// Copies what the page loads at run time into public/: the WebAssembly binaries of TensorFlow.js and the
// model folder. Every path carries a version, so that a browser never mixes two releases: a stale binary
// does not link with newer JavaScript.
import { cpSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';

const require = createRequire(import.meta.url);

/**
 * @param {string} publicFolder emptied first
 * @returns {{ wasmPath: string, modelPath: string }} folders, relative to the page, with a final slash
 */
export function copyAssets(publicFolder) {
  rmSync(publicFolder, { recursive: true, force: true });
  return { wasmPath: copyWasm(publicFolder), modelPath: copyModel(publicFolder) };
}

/** @param {string} publicFolder */
function copyWasm(publicFolder) {
  const manifest = require.resolve('@tensorflow/tfjs-backend-wasm/package.json');
  const source = join(dirname(manifest), 'dist');
  const path = `tfjs-wasm/${readJson(manifest).version}/`;
  for (const file of readdirSync(source).filter((name) => name.endsWith('.wasm'))) {
    cpSync(join(source, file), join(publicFolder, path, file));
  }
  return path;
}

/** @param {string} publicFolder */
function copyModel(publicFolder) {
  const source = join(
    dirname(require.resolve('@lenet/model-artifacts/package.json')),
    'models',
    'lenet-report',
  );
  const path = `models/${basename(source)}/${readJson(join(source, 'manifest.json')).version}/`;
  cpSync(source, join(publicFolder, path), { recursive: true });
  return path;
}

/** @param {string} path */
function readJson(path) {
  return JSON.parse(readFileSync(path, 'utf8'));
}
