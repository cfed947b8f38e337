// What a stranger does: clone, then one command. Takes what is committed, not what lies around.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const small = [
  '--data',
  'synthetic',
  '--train-images',
  '600',
  '--test-images',
  '50',
  '--epochs',
  '1',
  '--json',
];

let folder;
let clone;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lenet-clone-'));
  clone = join(folder, 'lenet');
  execFileSync('git', ['clone', '--quiet', root, clone]);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function train(name) {
  const args = ['run', '--silent', 'train', '--', ...small, '--name', name];
  return spawnSync('npm', args, { cwd: clone, encoding: 'utf8', shell: process.platform === 'win32' });
}

test('npm run train sets itself up and trains', () => {
  const { status, stdout, stderr } = train('first');
  expect(stderr).toContain('Installing dependencies (first run, or they have changed) ...\nInstalled in ');
  expect(stderr).toContain('Backend: Lenet engine');
  expect(JSON.parse(stdout)).toMatchObject({ run: join('runs', 'first'), epochs: 1 });
  expect(existsSync(join(clone, 'runs', 'first', 'report', 'index.html'))).toBe(true);
  expect(status).toBe(0);
}, 300_000);

test('a second run installs nothing', () => {
  const { status, stdout, stderr } = train('second');
  expect(stderr).not.toContain('Installing dependencies');
  expect(JSON.parse(stdout)).toMatchObject({ run: join('runs', 'second') });
  expect(status).toBe(0);
}, 60_000);

test('what was built and trained is ignored by git', () => {
  expect(execFileSync('git', ['status', '--porcelain'], { cwd: clone, encoding: 'utf8' })).toBe('');
});
