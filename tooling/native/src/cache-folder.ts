import { join } from 'node:path';
import envPaths from 'env-paths';

/** `$LENET_CACHE_DIR/native`, or `native` in the system's cache folder of "lenet". */
export function nativeCacheFolder(environment: Readonly<Record<string, string | undefined>>): string {
  return join(environment.LENET_CACHE_DIR || envPaths('lenet', { suffix: '' }).cache, 'native');
}
