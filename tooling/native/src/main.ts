// npm run setup:native
import { readFileSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { nativeCacheFolder } from './cache-folder.ts';
import { runProgram } from './run-program.ts';
import { setupNative } from './setup-native.ts';

const require = createRequire(import.meta.url);
const manifestPath = realpathSync(require.resolve('@tensorflow/tfjs-node/package.json'));

process.exitCode = await setupNative({
  packageFolder: dirname(manifestPath),
  packageVersion: JSON.parse(readFileSync(manifestPath, 'utf8')).version,
  nodeHeadersFolder: join(dirname(require.resolve('node-api-headers/package.json')), 'include'),
  cacheFolder: nativeCacheFolder(process.env),
  platform: `${process.platform}-${process.arch}`,
  environment: process.env,
  run: runProgram,
  report: (line) => process.stderr.write(`setup:native: ${line}\n`),
});
