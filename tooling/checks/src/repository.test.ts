import { expect, test } from 'vitest';
import manifest from '../package.json' with { type: 'json' };
import { publishedEntries, publishedFolders } from './repository.ts';

test('what is published is built before it is checked: this package depends on all of it', () => {
  const names = publishedFolders().map((folder) => folder.replace('packages/', '@lenet/'));
  expect(Object.keys(manifest.devDependencies)).toEqual(expect.arrayContaining(names));
});

test('entries are read from the exports of the packages', () => {
  expect(publishedEntries()).toContainEqual({
    specifier: '@lenet/core/tfjs',
    shortName: 'tfjs',
    packageFolder: 'packages/core',
    source: 'packages/core/src/tfjs/index.ts',
    types: 'packages/core/dist/tfjs/index.d.ts',
  });
});
