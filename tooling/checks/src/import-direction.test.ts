import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Area, areas, testTools } from './areas.ts';
import { findWrongImports, type ImportRules } from './import-direction.ts';
import { readSource, root, sourcePaths } from './repository.ts';

function declaredBy(area: Area): string[] {
  const path = join(root, ...area.folder.split('/').slice(0, 2), 'package.json');
  const manifest = JSON.parse(readFileSync(path, 'utf8'));
  return ['dependencies', 'devDependencies', 'peerDependencies', 'optionalDependencies'].flatMap((kind) =>
    Object.keys(manifest[kind] ?? {}),
  );
}

const rules: ImportRules = { areas, testTools, declaredBy };
const check = (path: string, text: string) => findWrongImports([{ path, text }], rules);

test('every import in the repository points the right way', () => {
  const paths = sourcePaths();
  expect(paths.length).toBeGreaterThan(10);
  expect(findWrongImports(paths.map(readSource), rules)).toEqual([]);
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
    'packages/engine/src/a.ts',
    "import { createTfjsLearner } from '@lenet/core/tfjs';",
    'packages/engine/src/a.ts imports "@lenet/core/tfjs": @lenet/engine may import @lenet/core, not @lenet/core/tfjs.',
  ],
  [
    'packages/engine/src/a.test.ts',
    "import { lenet } from '@lenet/trainer';",
    'packages/engine/src/a.test.ts imports "@lenet/trainer": @lenet/engine may import @lenet/core, not @lenet/trainer.',
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
  ['packages/core/src/data/a.test.ts', "import { generateDigits } from '../synthetic/index.js';"],
  ['apps/trainer/src/a.ts', "import { train } from '@lenet/core/training';"],
  ['apps/trainer/src/a.ts', "import { join } from 'node:path';\nimport { lenetReport } from '@lenet/core';"],
])('accepts a right import in %s', (path, text) => {
  expect(check(path, text)).toEqual([]);
});
