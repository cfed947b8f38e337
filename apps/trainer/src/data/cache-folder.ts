import { resolve } from 'node:path';
import envPaths from 'env-paths';

/**
 * Folder for what can be fetched again: `LENET_CACHE_DIR`, else the usual place of the system, such as
 * `~/.cache/lenet` on Linux, `~/Library/Caches/lenet` on macOS.
 */
export function defaultCacheFolder(environment: NodeJS.ProcessEnv): string {
  return environment.LENET_CACHE_DIR
    ? resolve(environment.LENET_CACHE_DIR)
    : envPaths('lenet', { suffix: '' }).cache;
}
