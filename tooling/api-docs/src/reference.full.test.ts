import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { brokenLinks } from './broken-links.ts';
import { buildReference } from './build-reference.ts';
import { publishedEntries } from './entries.ts';

const reference = mkdtempSync(join(tmpdir(), 'lenet-reference-'));
let warnings: string[];
beforeAll(async () => {
  warnings = await buildReference(reference);
});
afterAll(() => rmSync(reference, { recursive: true }));

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'lenet-reference-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

test('the reference has every entry under the name that users import, and no link of it is broken', () => {
  expect(warnings).toEqual([]);
  // "../" is the page that the reference lies beside.
  expect(brokenLinks(reference, ['../', '../../'])).toEqual([]);
  const text = readFileSync(join(reference, 'modules.html'), 'utf8');
  expect(publishedEntries().length).toBeGreaterThan(8);
  for (const { specifier } of publishedEntries()) expect(text).toContain(specifier);
});

test('options that a function takes apart have their names, texts and defaults', () => {
  const functions = join(reference, 'functions');
  for (const file of readdirSync(functions)) {
    expect(readFileSync(join(functions, file), 'utf8'), file).not.toContain('__namedParameters');
  }
  const page = readFileSync(join(functions, '_lenet_core_metrics.confusionMatrix.html'), 'utf8');
  const text = page.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
  expect(text).toMatch(/classCount ?\?: number number of classes\. Default: 10/);
});

test('a link from the root of the host is one below the base path of the site', () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'a'));
  writeFileSync(join(folder, 'index.html'), '');
  writeFileSync(
    join(folder, 'a', 'b.html'),
    '<a href="/"></a><a href="/a/b.html?c"></a><a href="/lenet/"></a>',
  );
  expect(brokenLinks(folder)).toEqual(['a/b.html: /lenet/']);
  expect(brokenLinks(folder, [], '/lenet')).toEqual(['a/b.html: /', 'a/b.html: /a/b.html?c']);
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
