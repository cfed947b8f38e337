import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { root } from '../repository.ts';
import { run } from '../run.ts';
import { type Component, licenceProblems } from './licences.ts';

/** What `packages` and `apps` need at run time, from pnpm's bill of materials, each with its licence. */
async function productionComponents(): Promise<Component[]> {
  const folder = mkdtempSync(join(tmpdir(), 'lenet-licences-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const filters = ['packages', 'apps'].flatMap((group) =>
    readdirSync(join(root, group))
      .filter((name) => existsSync(join(root, group, name, 'package.json')))
      .flatMap((name) => ['--filter', `./${group}/${name}`]),
  );
  const options = ['--sbom-format', 'cyclonedx', '--prod', '--split', '--out', join(folder, '%s.json')];
  await run(
    process.execPath,
    [join(root, 'node_modules/pnpm/bin/pnpm.mjs'), ...filters, 'sbom', ...options],
    root,
  );
  const files = readdirSync(folder);
  expect(files.length).toBeGreaterThan(4);
  return files.flatMap((file) =>
    JSON.parse(readFileSync(join(folder, file), 'utf8')).components.map(componentOf),
  );
}

interface Material {
  readonly group?: string;
  readonly name: string;
  readonly licenses?: readonly {
    readonly expression?: string;
    readonly license?: Readonly<Record<string, string>>;
  }[];
}

function componentOf({ group, name, licenses = [] }: Material): Component {
  const [first] = licenses;
  return {
    name: group === undefined ? name : `${group}/${name}`,
    licence: first?.expression ?? first?.license?.id ?? first?.license?.name ?? 'none',
  };
}

test('all that users get has a licence that fits ours', async () => {
  const components = await productionComponents();
  expect(components.length).toBeGreaterThan(50);
  expect(licenceProblems(components)).toEqual([]);
});

test.each([
  ['a', 'MIT', true],
  ['a', '(MIT AND Zlib)', true],
  ['a', 'GPL-3.0-only', false],
  ['a', 'MIT AND GPL-2.0-only', false],
  ['a', 'none', false],
  ['@resvg/resvg-js-linux-x64-gnu', 'MPL-2.0', true],
  ['other', 'MPL-2.0', false],
  ['jsfive', 'GPL-3.0-only', false],
])('%s under %s: %s', (name, licence, fits) => {
  const sentence = `${name}: expected a permissive licence, got "${licence}". Take another package, or say in tooling/checks/src/dependencies/licences.ts why it fits.`;
  expect(licenceProblems([{ name, licence }])).toEqual(fits ? [] : [sentence]);
});
