// Copies what the page loads at run time into public/: the WebAssembly binaries of TensorFlow.js and the
// model folders. Every path carries a version, so that a browser never mixes two releases: a stale binary
// does not link with newer JavaScript.
import { cpSync, existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);

/** @typedef {{ kind: 'published', name: string, version: string, path: string, weights: string }} PublishedModel */

/**
 * @param {string} publicFolder emptied first
 * @returns {{ wasmPath: string, models: PublishedModel[] }} folders, relative to the site, with a final slash
 */
export function copyAssets(publicFolder) {
  rmSync(publicFolder, { recursive: true, force: true });
  return { wasmPath: copyWasm(publicFolder), models: copyModels(publicFolder) };
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

/** The one to start with is the first of these that is published. */
const preferred = ['drawn-digits', 'lenet-best', 'lenet-report'];

/**
 * The smallest weights of each model; every backend gets the same.
 *
 * @param {string} publicFolder
 * @returns {PublishedModel[]} the one to start with first, the others by name
 */
function copyModels(publicFolder) {
  const folder = join(dirname(require.resolve('@lenet/model-artifacts/package.json')), 'models');
  const names = readdirSync(folder).filter((name) => existsSync(join(folder, name, 'manifest.json')));
  const first = preferred.find((name) => names.includes(name));
  names.sort((a, b) => Number(b === first) - Number(a === first) || a.localeCompare(b));
  return names.map((name) => copyModel(join(folder, name), name, publicFolder));
}

/**
 * @param {string} source
 * @param {string} name
 * @param {string} publicFolder
 * @returns {PublishedModel}
 */
function copyModel(source, name, publicFolder) {
  const { version, files } = readJson(join(source, 'manifest.json'));
  const path = `models/${name}/${version}/`;
  const hasInt8 = files.some((/** @type {{ name: string }} */ file) => file.name === 'weights-int8.bin');
  const wanted = hasInt8 ? ['weights-int8.bin'] : ['model.json', 'weights.bin'];
  for (const file of ['manifest.json', ...wanted]) {
    cpSync(join(source, file), join(publicFolder, path, file));
  }
  return { kind: 'published', name, version, path, weights: hasInt8 ? 'int8' : 'float32' };
}

/** @param {string} path */
function readJson(path) {
  return JSON.parse(readFileSync(path, 'utf8'));
}
