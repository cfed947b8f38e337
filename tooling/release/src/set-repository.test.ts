import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { setRepository } from './set-repository.ts';

let root: string;
const path = () => join(root, 'packages', 'core', 'package.json');
const manifest = () => JSON.parse(readFileSync(path(), 'utf8'));

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'lenet-repository-'));
  mkdirSync(join(root, 'packages', 'core'), { recursive: true });
  mkdirSync(join(root, 'apps', 'page'), { recursive: true });
  writeFileSync(path(), JSON.stringify({ name: '@lenet/core', license: 'Apache-2.0', type: 'module' }));
  writeFileSync(join(root, 'apps', 'page', 'package.json'), '{"name":"page","private":true}');
});
afterEach(() => rmSync(root, { recursive: true }));

test.each([
  'https://example.com/ann/lenet',
  'https://example.com/ann/lenet.git',
  'https://example.com/ann/lenet/',
])('%s goes into the public packages, once', (address) => {
  expect(setRepository(root, address)).toEqual(['@lenet/core']);
  expect(Object.entries(manifest())).toEqual([
    ['name', '@lenet/core'],
    ['license', 'Apache-2.0'],
    ['homepage', 'https://example.com/ann/lenet/tree/HEAD/packages/core#readme'],
    ['bugs', 'https://example.com/ann/lenet/issues'],
    ['repository', { type: 'git', url: 'git+https://example.com/ann/lenet.git', directory: 'packages/core' }],
    ['type', 'module'],
  ]);
  expect(setRepository(root, address)).toEqual([]);
  expect(readFileSync(join(root, 'apps', 'page', 'package.json'), 'utf8')).not.toContain('example');
});

test('another repository than the one that a package names is an error', () => {
  setRepository(root, 'https://example.com/ann/lenet');
  expect(() => setRepository(root, 'https://example.com/eve/lenet')).toThrow(
    new Error(
      '@lenet/core: expected repository {"type":"git","url":"git+https://example.com/eve/lenet.git","directory":"packages/core"}, got {"type":"git","url":"git+https://example.com/ann/lenet.git","directory":"packages/core"}. Remove "repository", "homepage" and "bugs" from its package.json, or give the address that they name.',
    ),
  );
});

test('what is no address of a repository is an error', () => {
  expect(() => setRepository(root, 'lenet')).toThrow(
    new TypeError(
      'Address of the repository: expected one such as https://github.com/owner/name, got "lenet".',
    ),
  );
});
