// Builds the static site into out/: copies its assets, runs Next with their paths, then adds the security
// policy and the service worker, and checks the budget.
// LENET_BASE_PATH=/name builds it for a folder of its host, as GitHub Pages needs; LENET_OUT_FOLDER=name into
// another folder of the demo. LENET_HAS_REFERENCE=1 links to the reference of the packages, which `npm run site` adds.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkBudget } from './check-budget.mjs';
import { copyAssets } from './copy-assets.mjs';
import { drawIcons } from './icons.mjs';
import { addSecurityPolicies } from './security-policy.mjs';
import { buildServiceWorker } from './service-worker.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const out = join(root, process.env.LENET_OUT_FOLDER ?? 'out');
const publicFolder = fileURLToPath(new URL('../public', import.meta.url));
const { wasmPath, models } = copyAssets(publicFolder);
drawIcons(join(publicFolder, 'icons'));
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
    NEXT_PUBLIC_HAS_REFERENCE: process.env.LENET_HAS_REFERENCE ?? '',
  },
});
if (error) throw error;
if (status !== 0) process.exit(status ?? 1);
addSecurityPolicies(out, basePath);
await buildServiceWorker(out, basePath);
process.stdout.write(`First-load JavaScript of the drawing page: ${checkBudget(out)} bytes (gzip).\n`);

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
