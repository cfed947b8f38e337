import { expect, test } from 'vitest';
import { findModelFolder } from './find-model-files';

test.each([
  [['run/config.json', 'run/model/manifest.json', 'run/model/weights.bin'], 'run/model/'],
  [['manifest.json', 'model.json'], ''],
  [['a/b/manifest.json', 'a/manifest.json'], 'a/'],
  [['a/manifest.json', 'a/model/manifest.json'], 'a/model/'],
  [['run/config.json', 'mymanifest.json'], undefined],
])('of %j it is %j', (paths, folder) => {
  expect(findModelFolder(paths)).toBe(folder);
});
