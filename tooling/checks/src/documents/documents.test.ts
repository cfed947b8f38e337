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

/** Run by the tests beside this one and by those of ../examples. */
const programs = ['sh', 'ts', 'js', 'python'];
/** Read here; jobs in YAML have commands, which are run, too. */
const data = ['json', 'yaml'];
/** Need what no test has, and say so. */
const others = ['dockerfile'];

test('every snippet is run, read as data, or says why not', () => {
  const problems = documents().flatMap(({ path, text }) =>
    codeBlocks(text).flatMap(({ language, exception, code, line }) => {
      const place = `${path}:${line}`;
      if (!['', ...programs, ...data, ...others].includes(language)) {
        return [`${place}: "${language}" is no language that a test knows.`];
      }
      // That of TypeScript is known: it needs a page, and has one in page-examples.full.test.ts.
      const isUnexplained = exception === '' && language !== 'ts';
      if (isUnexplained || (exception === undefined && others.includes(language))) {
        return [`${place}: expected "${language} no-run: reason".`];
      }
      const elsewhere = /(\S+) runs it$/.exec(exception ?? '')?.[1];
      if (elsewhere !== undefined && !existsSync(join(root, elsewhere))) {
        return [`${place}: ${elsewhere}, which is said to run it, is not there.`];
      }
      // Output stands after what printed it; whoever forgot the language of a program would hide it there.
      if (language === '' && /^(\$ |npm |npx |lenet |git |import |const )/m.test(code)) {
        return [`${place}: expected the language of this program behind the three backticks.`];
      }
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
