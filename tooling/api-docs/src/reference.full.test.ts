import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { brokenLinks } from './broken-links.ts';
import { buildReference } from './build-reference.ts';
import { publishedEntries } from './entries.ts';

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'lenet-reference-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

test('the reference has every entry under the name that users import, and no link of it is broken', async () => {
  const folder = temporaryFolder();
  const warnings = await buildReference(folder);
  expect(warnings.filter((warning) => /link/i.test(warning))).toEqual([]);
  // "../" is the page that the reference lies beside.
  expect(brokenLinks(folder, ['../', '../../'])).toEqual([]);
  const text = readFileSync(join(folder, 'modules.html'), 'utf8');
  expect(publishedEntries().length).toBeGreaterThan(8);
  for (const { specifier } of publishedEntries()) expect(text).toContain(specifier);
});

test('links to files and parts of pages that are not there are told, others are not', () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'a'));
  writeFileSync(
    join(folder, 'index.html'),
    '<a id="top" href="a/b.html#c"></a><a href="#top"></a><a href="https://example.com/"></a><a href="gone.html"></a>',
  );
  writeFileSync(join(folder, 'a', 'b.html'), '<a href="../"></a><img src="x.png"><a href="../../"></a>');
  expect(brokenLinks(folder).sort()).toEqual([
    'a/b.html: ../../',
    'a/b.html: x.png',
    'index.html: a/b.html#c',
    'index.html: gone.html',
  ]);
});
