// A program for Node has Node's types and not those of a page: what the packages declare must compile with them alone.
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pack, publicPackages, repositoryRoot, run } from '@lenet/release';
import { afterAll, expect, test } from 'vitest';

const require = createRequire(import.meta.url);
const tsc = join(dirname(require.resolve('typescript/package.json')), 'bin', 'tsc');
const typeRoots = [fileURLToPath(new URL('../node_modules/@types', import.meta.url))];
const folder = mkdtempSync(join(tmpdir(), 'lenet-types-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const entries = ['core', 'core/images', 'core/metrics', 'core/models', 'core/synthetic', 'core/training']
  .concat(['engine', 'engine/lenet', 'recognizer'])
  .map((entry) => `@lenet/${entry}`);

test('the types of every entry but that of TensorFlow.js compile without the types of a page', async () => {
  for (const source of publicPackages(repositoryRoot)) {
    if (!entries.includes(source.name)) continue;
    const unpacked = join(folder, source.name);
    mkdirSync(unpacked, { recursive: true });
    const { contents } = await pack(source, unpacked);
    cpSync(contents, join(folder, 'node_modules', source.name), { recursive: true });
  }
  const lines = entries.map((entry, index) => `export * as entry${index} from '${entry}';`);
  writeFileSync(join(folder, 'index.ts'), lines.join('\n'));
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ type: 'module' }));
  const compilerOptions = {
    target: 'ES2023',
    lib: ['ES2023'],
    module: 'nodenext',
    strict: true,
    noEmit: true,
    skipLibCheck: false,
    typeRoots,
    types: ['node'],
  };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['index.ts'] }));
  const { stdout } = await run(process.execPath, [tsc, '-p', folder], { cwd: folder });
  expect(stdout).toBe('');
});
