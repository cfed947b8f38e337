import { expect, test } from 'vitest';
import { requestedBackend } from './requested-backend';

test.each([
  ['', undefined, undefined],
  ['?backend=engine', 'engine', undefined],
  ['?backend=wasm', 'wasm', undefined],
  ['?other=1&backend=cpu', 'cpu', undefined],
  [
    '?backend=quantum',
    undefined,
    'There is no backend "quantum": engine, wasm and cpu exist. Using the usual one.',
  ],
])('%j asks for %s', (search, backend, notice) => {
  expect(requestedBackend(search)).toEqual({ backend, notice });
});
