// Packs every public package and looks at the tarball as someone who installs it would get it.
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir, tmpdir } from 'node:os';
import { dirname, join, sep } from 'node:path';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { filesWith, type PackedPackage, pack } from './pack.ts';
import { publicPackages, repositoryRoot } from './public-packages.ts';
import { unwantedFiles } from './published-files.ts';
import { run } from './run.ts';

const require = createRequire(import.meta.url);
const attw = join(dirname(require.resolve('@arethetypeswrong/cli/package.json')), 'dist', 'index.js');
const temporary = mkdtempSync(join(tmpdir(), 'lenet-pack-'));
afterAll(() => rmSync(temporary, { recursive: true, force: true }));

const packages = publicPackages(repositoryRoot);

test('the public packages are the ones that the architecture names', () => {
  const names = packages.map(({ name }) => name).sort();
  expect(names).toEqual([
    '@lenet/core',
    '@lenet/engine',
    '@lenet/model-artifacts',
    '@lenet/recognizer',
    '@lenet/trainer',
  ]);
});

describe.each(packages)('$name', (source) => {
  let packed: PackedPackage;

  beforeAll(async () => {
    const folder = join(temporary, source.name.replace('/', '-'));
    mkdirSync(folder);
    packed = await pack(source, folder);
  });

  test('holds its texts, compiled code and nothing else', () => {
    expect(unwantedFiles(source.name, packed.paths)).toEqual([]);
    expect(packed.paths).toEqual(expect.arrayContaining(['package.json', 'README.md', 'LICENSE']));
  });

  test('tells nothing about the machine that packed it', () => {
    expect(filesWith(packed, [repositoryRoot + sep, homedir() + sep])).toEqual([]);
  });

  test('asks for versions that a registry has', () => {
    const manifest = JSON.parse(readFileSync(join(packed.contents, 'package.json'), 'utf8'));
    const asked = JSON.stringify([manifest.dependencies, manifest.peerDependencies]);
    expect(asked).not.toMatch(/workspace:|catalog:|link:|file:/);
  });

  test('publint has nothing to say', async () => {
    const bytes = readFileSync(packed.tarball);
    const tarball = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer;
    const { messages, pkg } = await publint({ pack: { tarball }, strict: true });
    expect(messages.map((message) => formatMessage(message, pkg, { color: false }))).toEqual([]);
  });

  test('its types are right for programs that import it', async () => {
    const args = [attw, packed.tarball, '--profile', 'esm-only', '--no-color', '--no-emoji'];
    await run(process.execPath, args, { cwd: temporary });
  });
});
