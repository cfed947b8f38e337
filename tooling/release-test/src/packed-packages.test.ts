// Packs every public package and looks at the tarball as someone who installs it would get it.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir, tmpdir } from 'node:os';
import { dirname, join, sep } from 'node:path';
import { filesWith, type PackedPackage, pack, publicPackages, repositoryRoot, run } from '@lenet/release';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { compiledFiles, unwantedFiles } from './published-files.ts';

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

  test('holds all of its sources compiled, and nothing that is left of others', () => {
    const sources = join(source.folder, 'src');
    const paths = existsSync(sources)
      ? readdirSync(sources, { recursive: true, encoding: 'utf8' }).map((path) => path.split(sep).join('/'))
      : [];
    expect(packed.paths.filter((path) => path.startsWith('dist/')).sort()).toEqual(compiledFiles(paths));
  });

  test('says what it is, under which licence and where it runs', () => {
    const manifest = JSON.parse(readFileSync(join(packed.contents, 'package.json'), 'utf8'));
    expect(manifest).toMatchObject({
      description: expect.stringMatching(/^.{20,120}$/),
      keywords: expect.arrayContaining(['lenet', 'mnist', 'handwritten-digits']),
      license: expect.stringMatching(/Apache-2\.0|CC-BY-SA-3\.0/),
      type: 'module',
      sideEffects: expect.anything(),
      engines: { node: '>=20' },
      publishConfig: { access: 'public' },
      exports: { './package.json': './package.json' },
    });
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
