import { expect, test } from 'vitest';
import { webAssemblyChecks } from './web-assembly-checks.js';

test('this Node, 22, has all of it', async () => {
  const found = await Promise.all(webAssemblyChecks.map(({ find }) => find()));
  expect(found.map(({ status, summary }) => [status, summary])).toEqual([
    ['good', 'yes'],
    ['good', 'yes'],
    ['good', 'yes, with shared memory'],
  ]);
});
