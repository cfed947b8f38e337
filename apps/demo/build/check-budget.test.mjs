import { expect, test } from 'vitest';
import { firstScripts } from './check-budget.mjs';

test('each script counts once, but for those of old browsers', () => {
  const html = [
    '<script src="/lenet/_next/static/a.js" async=""></script>',
    '<script src="/_next/static/a.js"></script>',
    '<script src="/_next/static/old.js" noModule=""></script>',
    '<script>inline()</script>',
    '<script async="" src="/_next/static/b.js"></script>',
  ].join('');
  expect(firstScripts(html)).toEqual(['_next/static/a.js', '_next/static/b.js']);
});
