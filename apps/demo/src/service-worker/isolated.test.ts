import { expect, test } from 'vitest';
import { isolated } from './isolated';

test('a response gets the headers of isolation and keeps all else', async () => {
  const response = isolated(
    new Response('abc', { status: 203, headers: { 'content-type': 'text/html', 'x-own': '1' } }),
  );
  expect([response.status, await response.text()]).toEqual([203, 'abc']);
  expect(Object.fromEntries(response.headers)).toEqual({
    'content-type': 'text/html',
    'cross-origin-embedder-policy': 'require-corp',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'x-own': '1',
  });
});
