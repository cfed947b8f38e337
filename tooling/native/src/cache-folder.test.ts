import { join } from 'node:path';
import { expect, test } from 'vitest';
import { nativeCacheFolder } from './cache-folder.ts';

test('lies in LENET_CACHE_DIR when that is set', () => {
  expect(nativeCacheFolder({ LENET_CACHE_DIR: '/somewhere' })).toBe(join('/somewhere', 'native'));
});

test("lies in the system's cache folder of lenet otherwise", () => {
  expect(nativeCacheFolder({})).toMatch(/[/\\]lenet[/\\](Cache[/\\])?native$/i);
});
