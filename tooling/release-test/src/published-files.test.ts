import { expect, test } from 'vitest';
import { compiledFiles, unwantedFiles } from './published-files.ts';

test('compiled code and the texts about a package belong in it', () => {
  const paths = [
    'package.json',
    'README.md',
    'LICENSE',
    'NOTICE',
    'CHANGELOG.md',
    'dist/index.js',
    'dist/index.d.ts',
    'dist/idx/parse-idx.d.ts.map',
  ];
  expect(unwantedFiles('@lenet/core', paths)).toEqual([]);
});

test.each([
  'src/index.ts',
  'dist/index.ts',
  'dist/idx/parse-idx.test.js',
  'dist/testing/fake-learner.js',
  'dist/.tsbuildinfo',
  'tsconfig.json',
  'test-results.json',
  'docs/README.md',
])('%s does not', (path) => {
  expect(unwantedFiles('@lenet/core', ['dist/index.js', path])).toEqual([path]);
});

test('models belong in the package of models only', () => {
  const paths = ['models/lenet-report/model.json', 'models/lenet-report/weights.bin'];
  expect(unwantedFiles('@lenet/model-artifacts', paths)).toEqual([]);
  expect(unwantedFiles('@lenet/core', paths)).toEqual(paths);
});

test('the schema of the settings belongs in the package of the trainer only', () => {
  const paths = ['train-config.schema.json'];
  expect(unwantedFiles('@lenet/trainer', paths)).toEqual([]);
  expect(unwantedFiles('@lenet/core', paths)).toEqual(paths);
});

test('each source becomes a module with its map and types; tests, helpers, data and foreign types do not', () => {
  const sources = [
    'index.ts',
    'page/tile.tsx',
    'index.test.ts',
    'kills.full.test.ts',
    'testing/fake.ts',
    'cases.json',
    'jsfive.d.ts',
    'generated/lenet.js',
    'generated/lenet.d.ts',
  ];
  expect(compiledFiles(sources)).toEqual([
    'dist/generated/lenet.d.ts',
    'dist/generated/lenet.js',
    'dist/index.d.ts',
    'dist/index.js',
    'dist/index.js.map',
    'dist/page/tile.d.ts',
    'dist/page/tile.js',
    'dist/page/tile.js.map',
  ]);
});
