import { expect, test } from 'vitest';
import { readSource, sourcePaths } from '../repository.ts';
import { findInexactMaths } from './inexact-maths.ts';
import { exceptions, isFree, numericFolders } from './numeric-paths.ts';

const paths = sourcePaths().filter(
  (path) => numericFolders.some((folder) => path.startsWith(`${folder}/`)) && !isFree(path),
);
const uses = paths.flatMap((path) => findInexactMaths(readSource(path)));
const isExcepted = (use: { path: string; what: string }) =>
  exceptions.some(({ path, what }) => path === use.path && what === use.what);

test('numeric paths use nothing whose bits differ between engines', () => {
  expect(paths.length).toBeGreaterThan(50);
  expect(uses.filter((use) => !isExcepted(use)).map(({ message }) => message)).toEqual([]);
});

test('every exception is still needed', () => {
  const unneeded = exceptions.filter(
    ({ path, what }) => !uses.some((use) => use.path === path && use.what === what),
  );
  expect(unneeded).toEqual([]);
});

const portable = 'its bits differ between engines; take a function of maths/portable-*.';
const named = 'write Math.name where it is called.';
const multiply = 'its bits differ between engines; multiply, or take portablePow.';

test.each([
  ...['exp', 'log', 'sin', 'cos', 'tan', 'tanh', 'pow', 'hypot', 'cbrt', 'expm1', 'log1p', 'log2', 'log10'],
  ...['atan', 'atan2', 'asin', 'acos', 'sinh', 'cosh', 'asinh', 'acosh', 'atanh', 'sumPrecise'],
])('reports Math.%s', (name) => {
  expect(messages(`a.map((x) => Math.${name}(x));`)).toEqual([`a.ts:1 uses Math.${name}: ${portable}`]);
});

test.each([
  ['const x = 1;\n\nconst y = Math\n  .exp(x);', `a.ts:3 uses Math.exp: ${portable}`],
  ['a?.b ?? Math?.log(2);', `a.ts:1 uses Math.log: ${portable}`],
  ['a.map(Math.exp);', `a.ts:1 uses Math.exp: ${portable}`],
  ['Math.random();', 'a.ts:1 uses Math.random: take createKeyedRandom.'],
  ['Math["exp"](1);', 'a.ts:1 uses Math[...]: write the function by its name.'],
  ['Math[name](1);', 'a.ts:1 uses Math[...]: write the function by its name.'],
  ['const m = Math;', `a.ts:1 uses Math as a value: ${named}`],
  ['const { exp } = Math;', `a.ts:1 uses Math as a value: ${named}`],
  ['run(Math);', `a.ts:1 uses Math as a value: ${named}`],
  ['({ Math });', `a.ts:1 uses Math as a value: ${named}`],
  ['globalThis.Math.exp(1);', `a.ts:1 uses Math as a value: ${named}`],
  ['const { Math: m } = globalThis;', `a.ts:1 uses Math as a value: ${named}`],
  ['globalThis["Math"].exp(1);', `a.ts:1 uses "Math" as a property: ${named}`],
  ['(Math as any).exp(1);', `a.ts:1 uses Math as a value: ${named}`],
  ['Math!.exp(1);', `a.ts:1 uses Math as a value: ${named}`],
  ['x ** y;', `a.ts:1 uses **: ${multiply}`],
  ['x ** 3;', `a.ts:1 uses **: ${multiply}`],
  ['x ** 0.5;', `a.ts:1 uses **: ${multiply}`],
  ['10 ** -3;', `a.ts:1 uses **: ${multiply}`],
  ['x **= 3;', `a.ts:1 uses **=: ${multiply}`],
  ['Date.now();', 'a.ts:1 uses Date: a result must not depend on the clock.'],
  ['new Date();', 'a.ts:1 uses Date: a result must not depend on the clock.'],
  ['performance.now();', 'a.ts:1 uses performance: a result must not depend on the clock.'],
])('reports %j', (text, message) => {
  // Where Math appears twice (`{ Math }`), the same is said twice.
  expect([...new Set(messages(text))]).toEqual([message]);
});

test.each([
  'Math.sqrt(Math.abs(x)) + Math.min(Math.floor(x), Math.PI);',
  'Math.imul(a, b) ^ Math.clz32(Math.fround(Math.sign(Math.trunc(Math.round(Math.ceil(Math.max(x)))))));',
  'x ** 2 + 2 ** 32 + 2 ** -28;',
  '// Math.exp\nconst text = "Math.exp(1)";',
  'record.Date; ({ Date: 1 }); let day: Date;',
])('accepts %j', (text) => {
  expect(messages(text)).toEqual([]);
});

function messages(text: string): string[] {
  return findInexactMaths({ path: 'a.ts', text }).map(({ message }) => message);
}
