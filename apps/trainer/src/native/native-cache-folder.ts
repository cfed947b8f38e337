import { join } from 'node:path';
import { defaultCacheFolder } from '../data/cache-folder.js';

/** The version that the trainer works with. */
export const tfjsNodeVersion = '4.22.0';

/** Where the set-up of native TensorFlow keeps what is large or slow to make. */
export function nativeCacheFolder(environment: NodeJS.ProcessEnv): string {
  return join(defaultCacheFolder(environment), 'native');
}

/** Folder of `@tensorflow/tfjs-node` where the set-up has installed it. */
export function cachedPackageFolder(cacheFolder: string): string {
  return join(cacheFolder, `package-${tfjsNodeVersion}`, 'node_modules', '@tensorflow', 'tfjs-node');
}
