// A release from the repository as it is, into a registry of its own, and people who install it from there.
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { publicPackages, repositoryRoot, run } from '@lenet/release';
import { expect, inject, test } from 'vitest';
import { pendingChangesets, sourceAddress } from './release.ts';

const { folder: temporary, copy, url, environment, packages: released } = inject('release');

/** A new folder outside the repository. */
function emptyFolder(name: string): string {
  const folder = join(temporary, name);
  mkdirSync(folder);
  return folder;
}

function versionOf(name: string): string {
  return released.find((candidate) => candidate.name === name)!.version;
}

test('the registry has every public package, in the version that the changesets give', async () => {
  expect(released.map(({ name }) => name)).toEqual(publicPackages(repositoryRoot).map(({ name }) => name));
  for (const { name, version } of released) {
    const answer = await fetch(`${url}${name.replace('/', '%2f')}`);
    expect(await answer.json()).toMatchObject({
      'dist-tags': { latest: version },
      versions: { [version]: {} },
    });
  }
});

test('each published package says where its source is, and all that are released together have one version', async () => {
  for (const { name, version, folder } of released) {
    const answer = await fetch(`${url}${name.replace('/', '%2f')}`);
    const directory = folder.slice(copy.length + 1);
    const repository = { type: 'git', url: `git+${sourceAddress}.git`, directory };
    expect(await answer.json(), name).toMatchObject({ versions: { [version]: { repository } } });
  }
  expect(new Set(released.map(({ version }) => version)).size).toBe(1);
});

test('beside the registry a release has tarballs with digests, bills of materials, tags and notes', () => {
  for (const { name, version } of released) {
    const folder = join(copy, 'release-files', name.replace('@', '').replace('/', '-'));
    const file = `${name.replace('@', '').replace('/', '-')}-${version}`;
    expect(readdirSync(folder).sort()).toEqual(
      ['SHA256SUMS', `${file}.cdx.json`, `${file}.tgz`, 'notes.md', 'tag.txt'].sort(),
    );
    const digest = createHash('sha256')
      .update(readFileSync(join(folder, `${file}.tgz`)))
      .digest('hex');
    expect(readFileSync(join(folder, 'SHA256SUMS'), 'utf8')).toBe(`${digest}  ${file}.tgz\n`);
    expect(readFileSync(join(folder, 'tag.txt'), 'utf8')).toBe(`${name}@${version}\n`);
    expect(readFileSync(join(folder, 'notes.md'), 'utf8')).toContain('### ');
    const materials = JSON.parse(readFileSync(join(folder, `${file}.cdx.json`), 'utf8'));
    expect(materials).toMatchObject({
      bomFormat: 'CycloneDX',
      metadata: { component: { version, group: '@lenet' } },
    });
    const { dependencies = {} } = JSON.parse(
      readFileSync(join(released.find((one) => one.name === name)!.folder, 'package.json'), 'utf8'),
    );
    const listed = materials.components.map(({ group, name: component }: Record<string, string>) =>
      group === undefined ? component : `${group}/${component}`,
    );
    expect(listed).toEqual(expect.arrayContaining(Object.keys(dependencies)));
  }
});

test('the changesets are used up, and the changelog of each new version has them', () => {
  expect(pendingChangesets(copy)).toEqual([]);
  for (const { name, version, folder } of released) {
    expect(version, name).not.toBe('0.0.0');
    const before = publicPackages(repositoryRoot).find((candidate) => candidate.name === name)!;
    if (version === before.version) continue;
    expect(readFileSync(join(folder, 'CHANGELOG.md'), 'utf8')).toContain(`## ${version}\n`);
  }
});

test('each published version has its tag', async () => {
  const { stdout } = await run('git', ['tag', '--list'], { cwd: copy });
  expect(stdout.trim().split('\n').sort()).toEqual(
    released.map(({ name, version }) => `${name}@${version}`).sort(),
  );
});

test('a program in Node uses @lenet/core from the registry', async () => {
  const folder = emptyFolder('consumer');
  writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }');
  const program = fileURLToPath(new URL('../consumers/use-core.mjs', import.meta.url));
  cpSync(program, join(folder, 'use-core.mjs'));
  await run('npm', ['install', '@lenet/core'], { cwd: folder, environment });
  const { stdout } = await run(process.execPath, ['use-core.mjs'], { cwd: folder, environment });
  expect(JSON.parse(stdout)).toEqual({
    dimensions: [20, 28, 28],
    pixelsAreTheSame: true,
    labels: [0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9],
    accuracy: 0.75,
    confusionMatrix: [
      [1, 0, 0],
      [0, 1, 1],
      [0, 0, 1],
    ],
    recall: [1, 0.5, 1],
    parameters: 44_426,
  });
  const lock = JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8'));
  const core = lock.packages['node_modules/@lenet/core'];
  expect(core.version).toBe(versionOf('@lenet/core'));
  expect(Object.keys(lock.packages)).toEqual(['', 'node_modules/@lenet/core']);
}, 300_000);

test('npx @lenet/trainer --version prints the published version', async () => {
  const args = ['--yes', '@lenet/trainer', '--version'];
  const { stdout } = await run('npx', args, { cwd: emptyFolder('version'), environment });
  expect(stdout).toBe(`${versionOf('@lenet/trainer')}\n`);
}, 300_000);

test('npx @lenet/trainer train trains and writes the run folder', async () => {
  const folder = emptyFolder('training');
  const small = ['--data', 'synthetic', '--train-images', '600', '--test-images', '100', '--epochs', '1'];
  const args = ['--yes', '@lenet/trainer', 'train', ...small, '--json'];
  const { stdout } = await run('npx', args, { cwd: folder, environment });
  expect(stdout.trimEnd().split('\n')).toHaveLength(1);
  const result = JSON.parse(stdout);
  expect(result).toMatchObject({
    epochs: 1,
    test: { loss: expect.any(Number), accuracy: expect.any(Number) },
  });
  // Ten classes in equal numbers: a network that has learned nothing gets 0.1.
  expect(result.test.accuracy).toBeGreaterThan(0.2);
  expect(dirname(result.run)).toBe('runs');
  const read = (path: string) => JSON.parse(readFileSync(join(folder, result.run, path), 'utf8'));
  expect(read('metrics.json').test.accuracy).toBe(result.test.accuracy);
  expect(read('environment.json').lenet).toBe(versionOf('@lenet/trainer'));
  expect(
    readFileSync(join(folder, result.run, 'history.csv'), 'utf8')
      .trimEnd()
      .split('\n'),
  ).toHaveLength(2);
  for (const path of [
    'config.json',
    'data.json',
    'model/model.json',
    'model/weights.bin',
    'report/index.html',
  ]) {
    expect(existsSync(join(folder, result.run, path)), path).toBe(true);
  }
}, 300_000);

test('npx @lenet/trainer evaluate reads digits with the published weights', async () => {
  const args = [
    '--yes',
    '@lenet/trainer',
    'evaluate',
    '--data',
    'synthetic',
    '--test-images',
    '100',
    '--json',
  ];
  const { stdout } = await run('npx', args, { cwd: emptyFolder('evaluation'), environment });
  const { model, test } = JSON.parse(stdout);
  expect(model.folder).toContain(join('node_modules', '@lenet', 'model-artifacts', 'models'));
  expect(model.folder.startsWith(temporary)).toBe(true);
  // MNIST's weights read the generated digits too: 0.99 when this was written.
  expect(test.accuracy).toBeGreaterThan(0.9);
}, 300_000);
