// Builds the static site into out/: copies its assets, then runs Next with their paths.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { copyAssets } from './copy-assets.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const { wasmPath, modelPath } = copyAssets(fileURLToPath(new URL('../public', import.meta.url)));
const next = createRequire(import.meta.url).resolve('next/dist/bin/next');

const { status, error } = spawnSync(process.execPath, [next, 'build'], {
  cwd: root,
  stdio: 'inherit',
  env: {
    ...process.env,
    NEXT_TELEMETRY_DISABLED: '1',
    NEXT_PUBLIC_WASM_PATH: wasmPath,
    NEXT_PUBLIC_MODEL_PATH: modelPath,
  },
});
if (error) throw error;
process.exitCode = status ?? 1;
