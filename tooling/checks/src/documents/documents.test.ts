import { existsSync } from 'node:fs';
import { join, posix } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { root } from '../repository.ts';
import { codeBlocks } from './code-blocks.ts';
import { documents } from './documents.ts';

/** Their heading as GitHub makes an anchor of it. */
function anchorsOf(text: string): string[] {
  return [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading]) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

/** Text outside of code. */
const withoutCode = (text: string) => text.replace(/```[\s\S]*?```/g, '').replace(/`[^`\n]*`/g, '');

test('every link in a document leads to a file, and to a part of it that is there', () => {
  const files = documents();
  expect(files.length).toBeGreaterThan(15);
  const broken = files.flatMap(({ path, text }) =>
    [...withoutCode(text).matchAll(/\]\(([^)\s]+)\)/g)]
      .map(([, link]) => link)
      .filter((link) => !/^[a-z]+:/.test(link))
      .filter((link) => {
        const [file, anchor] = link.split('#');
        const target = file === '' ? path : posix.join(posix.dirname(path), file);
        if (!existsSync(join(root, target))) return true;
        const known = files.find((other) => other.path === target);
        return anchor !== undefined && known !== undefined && !anchorsOf(known.text).includes(anchor);
      })
      .map((link) => `${path}: ${link}`),
  );
  expect(broken).toEqual([]);
});

/** `sh`, `ts` and `python` are run by other tests; data is read here; what is left says why it is not. */
const languages = ['', 'sh', 'ts', 'python', 'json', 'yaml', 'js', 'dockerfile'];

test('every snippet is run, read as data, or says why not', () => {
  const problems = documents().flatMap(({ path, text }) =>
    codeBlocks(text).flatMap(({ language, exception, code, line }) => {
      const place = `${path}:${line}`;
      if (!languages.includes(language)) return [`${place}: "${language}" is no language that a test knows.`];
      if (['js', 'dockerfile'].includes(language) && !exception) {
        return [`${place}: expected "${language} no-run: reason", since no test runs it as it stands.`];
      }
      if (['sh', 'python'].includes(language) && exception === '')
        return [`${place}: expected a reason behind "no-run".`];
      try {
        if (language === 'json') JSON.parse(code);
        if (language === 'yaml') parse(code);
        return [];
      } catch (error) {
        return [`${place}: ${(error as Error).message}`];
      }
    }),
  );
  expect(problems).toEqual([]);
});

test('blocks have their language, their reason and their line', () => {
  const text =
    'a\n```sh\nls\n```\n- b\n  ```python no-run: needs numpy\n  import numpy\n  ```\n```\nout\n```\n';
  expect(codeBlocks(text)).toEqual([
    { language: 'sh', code: 'ls', line: 3 },
    { language: 'python', exception: 'needs numpy', code: 'import numpy', line: 7 },
    { language: '', code: 'out', line: 10 },
  ]);
});

test.each([
  ['```sh later\nls\n```', 'line 1: expected "no-run: reason" behind the language, got "later".'],
  ['a\n```sh\nls\n', 'line 2: expected an end of this block, got none.'],
])('%j is an error', (text, message) => {
  expect(() => codeBlocks(text)).toThrow(new Error(message));
});
