import { createRequire } from 'node:module';
import util from 'node:util';

/** Loads native TensorFlow.js: the trainer's own, for which `pnpm run setup:native` makes the addon. */
export function loadTfjsNode(): void {
  // tfjs-node 4.22.0 calls these two, which Node 23 and later no longer have.
  Object.assign(util, {
    isNullOrUndefined: (value: unknown) => value === null || value === undefined,
    isArray: Array.isArray,
  });
  createRequire(new URL('../../../../apps/trainer/package.json', import.meta.url))('@tensorflow/tfjs-node');
}
