import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { type Area, areas, testTools } from './areas.js';
import { findWrongImports, type ImportRules } from './import-direction.js';

const root = fileURLToPath(new URL('../../..', import.meta.url));

function declaredBy(area: Area): string[] {
  const path = join(root, ...area.folder.split('/').slice(0, 2), 'package.json');
  const manifest = JSON.parse(readFileSync(path, 'utf8'));
  return ['dependencies', 'devDependencies', 'peerDependencies', 'optionalDependencies'].flatMap((kind) =>
    Object.keys(manifest[kind] ?? {}),
  );
}

/** Every TypeScript source below `packages/x/src` and `apps/x/src`, from the root, with forward slashes. */
function sourcePaths(): string[] {
  const folders = ['packages', 'apps'].flatMap((group) =>
    readdirSync(join(root, group)).map((name) => `${group}/${name}/src`),
  );
  return folders
    .filter((folder) => existsSync(join(root, folder)))
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map(
        (path) => `${folder}/${path.replaceAll('\\', '/')}`,
      ),
    )
    .filter((path) => /\.tsx?$/.test(path));
}

const rules: ImportRules = { areas, testTools, declaredBy };
const check = (path: string, text: string) => findWrongImports([{ path, text }], rules);

test('every import in the repository points the right way', () => {
  const paths = sourcePaths();
  expect(paths.length).toBeGreaterThan(10);
  const files = paths.map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
  expect(findWrongImports(files, rules)).toEqual([]);
});

test.each([
  [
    'packages/core/src/data/a.ts',
    "import { readFileSync } from 'node:fs';",
    'packages/core/src/data/a.ts imports "node:fs": @lenet/core may import nothing from outside.',
  ],
  [
    'packages/core/src/data/a.ts',
    "export { b } from '../tfjs/b.js';",
    'packages/core/src/data/a.ts imports "../tfjs/b.js": @lenet/core may import no other part, not @lenet/core/tfjs.',
  ],
  [
    'packages/core/src/tfjs/a.ts',
    "import '@tensorflow/tfjs-node';",
    'packages/core/src/tfjs/a.ts imports "@tensorflow/tfjs-node": @lenet/core/tfjs may import only @tensorflow/tfjs-core, @tensorflow/tfjs-layers.',
  ],
  [
    'packages/core/src/a.ts',
    "import type { Run } from '@lenet/trainer';",
    'packages/core/src/a.ts imports "@lenet/trainer": @lenet/core may import no other part, not @lenet/trainer.',
  ],
  [
    'apps/trainer/src/a.ts',
    "import { parseIdx } from '@lenet/core/src/idx/parse-idx.js';",
    'apps/trainer/src/a.ts imports "@lenet/core/src/idx/parse-idx.js": a package is imported through its entries, never its sources.',
  ],
  [
    'apps/trainer/src/a.ts',
    "import { parseIdx } from '../../../packages/core/src/index.js';",
    'apps/trainer/src/a.ts imports "../../../packages/core/src/index.js": another package is imported by its name, never by its path.',
  ],
  [
    'apps/trainer/src/a.ts',
    "const lodash = await import('lodash');",
    'apps/trainer/src/a.ts imports "lodash": its package.json does not declare "lodash".',
  ],
  [
    'packages/new/src/a.ts',
    '',
    'packages/new/src/a.ts is in no area: add its folder to the map in tooling/checks.',
  ],
])('reports a wrong import in %s: %s', (path, text, message) => {
  expect(check(path, text)).toEqual([message]);
});

test.each([
  ['packages/core/src/tfjs/a.ts', "import { softmax } from '../losses/softmax.js';"],
  ['packages/core/src/data/a.test.ts', "import { test } from 'vitest';"],
  ['apps/trainer/src/a.ts', "import { join } from 'node:path';\nimport { lenetReport } from '@lenet/core';"],
])('accepts a right import in %s', (path, text) => {
  expect(check(path, text)).toEqual([]);
});
