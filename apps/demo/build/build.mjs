// Builds the static site into out/: copies its assets, then runs Next with their paths.
// LENET_BASE_PATH=/name builds it for a folder of its host, as GitHub Pages needs.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { copyAssets } from './copy-assets.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const { wasmPath, models } = copyAssets(fileURLToPath(new URL('../public', import.meta.url)));
const basePath = readBasePath(process.env.LENET_BASE_PATH ?? '');
const next = createRequire(import.meta.url).resolve('next/dist/bin/next');

const { status, error } = spawnSync(process.execPath, [next, 'build'], {
  cwd: root,
  stdio: 'inherit',
  env: {
    ...process.env,
    NEXT_TELEMETRY_DISABLED: '1',
    NEXT_PUBLIC_WASM_PATH: wasmPath,
    NEXT_PUBLIC_MODELS: JSON.stringify(models),
    NEXT_PUBLIC_BASE_PATH: basePath,
  },
});
if (error) throw error;
process.exitCode = status ?? 1;

/**
 * @param {string} path
 * @returns {string} the path, where it is one
 */
function readBasePath(path) {
  if (/^(\/[\w.~-]+)*$/.test(path)) return path;
  throw new Error(
    `LENET_BASE_PATH: expected a path such as /lenet, without a slash at its end, got "${path}".`,
  );
}
