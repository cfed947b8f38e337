// Bundles the service worker, with the list of the files that it keeps.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { listFiles } from './list-files.mjs';

/** Not for offline: other pages' data of a router that is not used, and what only hosts read. */
const left = [/\.txt$/, /^_headers$/, /^404(\/|\.html$)/, /^_not-found/, /^service-worker\.js$/];
/** For browsers without SIMD, and for threads that are never started: too large to keep for nobody. */
const rare = [/tfjs-backend-wasm\.wasm$/, /tfjs-backend-wasm-threaded-simd\.wasm$/];
/** Their names change with what is in them. */
const named = /^(_next\/static|models|tfjs-wasm)\//;

/**
 * @param {string} folder the built site
 * @param {string} basePath empty, or `/name`
 */
export async function buildServiceWorker(folder, basePath) {
  await build({
    entryPoints: [fileURLToPath(new URL('../src/service-worker/service-worker.ts', import.meta.url))],
    outfile: join(folder, 'service-worker.js'),
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    define: {
      PRECACHED_FILES: JSON.stringify(precachedFiles(folder, basePath)),
      'process.env.NODE_ENV': '"production"',
    },
  });
}

/**
 * @param {string} folder
 * @param {string} basePath
 * @returns {{ url: string, revision: string | null }[]}
 */
export function precachedFiles(folder, basePath) {
  return listFiles(folder)
    .filter((file) => ![...left, ...rare].some((pattern) => pattern.test(file)))
    .map((file) => ({
      url: `${basePath}/${file}`,
      revision: named.test(file) ? null : digest(join(folder, file)),
    }));
}

/** @param {string} path */
function digest(path) {
  return createHash('sha256').update(readFileSync(path)).digest('hex').slice(0, 16);
}
