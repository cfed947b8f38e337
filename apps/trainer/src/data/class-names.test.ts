import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readClassNames } from './class-names.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lenet-classes-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const remedy =
  'Give one name a line in classes.txt, or a list of names in classes.json, in the order of the labels.';

test('there may be none', async () => {
  expect(await readClassNames(folder)).toBeUndefined();
});

test('takes a line for each label, from any system', async () => {
  writeFileSync(join(folder, 'classes.txt'), '\ufeffT-shirt/top\r\n Trouser \r\nPullover\r\n\r\n');
  expect(await readClassNames(folder)).toEqual(['T-shirt/top', 'Trouser', 'Pullover']);
});

test('takes a list in JSON', async () => {
  writeFileSync(join(folder, 'classes.json'), '\ufeff["cat", "dog"]');
  expect(await readClassNames(folder)).toEqual(['cat', 'dog']);
});

test.each([
  ['classes.txt', '', 'expected a name for each label, got none for 0'],
  ['classes.txt', 'cat\n\ndog\n', 'expected a name for each label, got none for 1'],
  ['classes.txt', 'cat\ndog\ncat', 'expected different names, got "cat" twice'],
  [
    'classes.txt',
    Array.from({ length: 257 }, (_, label) => `class ${label}`).join('\n'),
    'expected 1 to 256 names, got 257',
  ],
  ['classes.json', '[]', 'expected 1 to 256 names, got 0'],
  ['classes.json', '{"0": "cat"}', 'expected a list of texts, got {"0":"cat"}'],
])('refuses %s with %j', async (name, text, reason) => {
  const path = join(folder, name);
  writeFileSync(path, text);
  await expect(readClassNames(folder)).rejects.toMatchObject({
    name: 'DataError',
    message: `Data file "${path}": ${reason}. ${remedy}`,
  });
});

test('refuses a folder in place of the file, and JSON that is none', async () => {
  const [lines, list] = [join(folder, 'classes.txt'), join(folder, 'classes.json')];
  writeFileSync(list, '[');
  await expect(readClassNames(folder)).rejects.toHaveProperty(
    'message',
    expect.stringMatching(/^Data file ".*classes\.json": expected JSON \(.+\)\. Give one name a line/),
  );
  mkdirSync(lines);
  await expect(readClassNames(folder)).rejects.toHaveProperty(
    'message',
    `Data file "${lines}": cannot be read (EISDIR). ${remedy}`,
  );
});
