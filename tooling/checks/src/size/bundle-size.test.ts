import { expect, test } from 'vitest';
import { publishedEntries } from '../repository.ts';
import { budgets } from './budgets.ts';
import { bundle } from './bundle-size.ts';

test.each(budgets)(
  '$name is at most $bytes bytes, and asks for nothing but what it declares',
  async (budget) => {
    const { code, packageFolder, external = [], bytes: limit, gzipBytes: gzipLimit = Infinity } = budget;
    const { bytes, gzipBytes, imports } = await bundle(code, packageFolder, external);
    expect(bytes).toBeLessThanOrEqual(limit);
    expect(gzipBytes).toBeLessThanOrEqual(gzipLimit);
    const scopes = external.map((pattern) => pattern.replace('*', ''));
    expect(imports.filter((path) => !scopes.some((scope) => path.startsWith(scope)))).toEqual([]);
  },
);

test('every entry of every published package has a budget', () => {
  expect(budgets.map(({ name }) => name)).toEqual(
    expect.arrayContaining(publishedEntries().map(({ specifier }) => specifier)),
  );
});

test("Node's own modules in a bundle are seen", async () => {
  const code = "import { join } from 'node:path'; export default join;";
  expect((await bundle(code, 'packages/core')).imports).toEqual(['node:path']);
});
