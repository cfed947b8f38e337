import { expect, test } from 'vitest';
import { documents } from '../documents/documents.ts';
import { publishedEntries, publishedFolders, readSource } from '../repository.ts';
import { checkExamples } from './check-examples.ts';
import { commentExamples, exportedNames, readmeExamples } from './collect-examples.ts';
import { missingNames } from './complete-imports.ts';
import type { Example } from './example.ts';

const entries = publishedEntries();
const namesByEntry = entries.map((entry) => ({ entry, names: exportedNames(readSource(entry.source)) }));
const exportsOf = new Map(
  namesByEntry.map(({ entry, names }) => [
    entry.specifier,
    new Set([...names.values()].flatMap((set) => [...set])),
  ]),
);

test('every example in a document and in the doc comments of the published surface compiles and runs', async () => {
  const examples: Example[] = [
    ...documents().flatMap(readmeExamples),
    ...namesByEntry.flatMap(({ entry, names }) =>
      [...names].flatMap(([path, exported]) => commentExamples(readSource(path), entry, exported)),
    ),
  ];
  expect(examples.length).toBeGreaterThan(10);
  expect(await checkExamples(examples, exportsOf, publishedFolders())).toEqual([]);
}, 600_000);

const entry = entries[0];
const collect = (text: string, ...names: string[]) =>
  commentExamples({ path: 'a.ts', text }, entry, new Set(names)).map(({ line, code, runs }) => [
    line,
    code,
    runs,
  ]);

test('an example begins after its tag and ends before the next', () => {
  const text =
    '/**\n * One.\n *\n * @example\n * one(1);\n *   two();\n * @throws never\n */\nexport function one() {}';
  expect(collect(text, 'one')).toEqual([[5, 'one(1);\n  two();', true]]);
});

test('an example may be fenced, and marked as one that cannot run', () => {
  const text =
    '/**\n * @example\n * In a page:\n * ```ts no-run\n * one(1);\n * ```\n * ```sh\n * no\n * ```\n */\nexport const one = 1;';
  expect(collect(text, 'one')).toEqual([[5, 'one(1);', false]]);
});

test('examples of members count, those of names that are not exported do not', () => {
  const text =
    '/**\n * @example\n * no;\n */\ninterface Hidden {}\nexport interface Shown {\n  /**\n   * @example\n   * yes;\n   */\n  a: 1;\n}';
  expect(collect(text, 'Shown')).toEqual([[9, 'yes;', true]]);
});

test('blocks of a README keep their lines', () => {
  const text = '# A\n```sh\nnpm i\n```\n```ts\none;\n```\n';
  expect(readmeExamples({ path: 'README.md', text })).toEqual([
    { path: 'README.md', line: 6, code: 'one;', runs: true },
  ]);
});

test.each([
  ['accuracy(a, accuracies);', ['accuracy']],
  ['const { accuracy } = evaluate(); accuracy;', []],
  ['const { of: [accuracy = 1] } = evaluate();', []],
  ['import { accuracy } from "x"; accuracy();', []],
  ['report.accuracy; ({ accuracy: 1 });', []],
  ['({ accuracy });', ['accuracy']],
  ['const a: Decision = decide();', ['Decision', 'decide']],
  ['run((accuracy) => accuracy);', []],
  ['for await (const a of decide()) a;', ['decide']],
])('of %j the missing imports are %j', (code, missing) => {
  expect(missingNames(code, new Set(['accuracy', 'decide', 'Decision']))).toEqual(missing);
});

const example = (code: string, rest: Partial<Example> = {}): Example => ({
  path: 'a.ts',
  line: 10,
  code,
  runs: true,
  specifier: '@lenet/core/synthetic',
  ...rest,
});
const check = (...examples: Example[]) => checkExamples(examples, exportsOf, publishedFolders());

test('names that nobody declared are reported with their lines, and nothing is run', async () => {
  expect(
    await check(example('const x = 1;\nargMax(logits, 10);'), example('throw new Error("no");')),
  ).toEqual(["a.ts:11 does not compile: TS2304: Cannot find name 'logits'."]);
});

test('code that is no TypeScript is reported', async () => {
  expect(await check(example('{ a: }'))).toEqual(['a.ts:10 does not compile: TS1109: Expression expected.']);
});

test('a README must import what it uses', async () => {
  const { specifier: _, ...readme } = example('argMax(Float32Array.of(1), 1);');
  expect(await check(readme)).toEqual(["a.ts:10 does not compile: TS2304: Cannot find name 'argMax'."]);
});

test('examples that fail are reported with their lines, those that cannot run are not run', async () => {
  const failures = await check(
    example('argMax(Float32Array.of(1, 2), 2);\n\nthrow new Error("no");'),
    example('const later: string = await Promise.reject(new RangeError("late"));'),
    example('Promise.reject(new Error("behind"));'),
    example('console.log(generateDigits({ count: 1, seed: 1 }).count, argMax(Float32Array.of(1), 1));'),
    example('throw new Error("unseen");', { runs: false }),
  );
  expect(failures).toEqual([
    'a.ts:12 does not run: Error: no',
    'a.ts:10 does not run: RangeError: late',
    'a.ts:10 does not run: Error: behind',
  ]);
});
