import { expect, test } from 'vitest';
import { requestedBackend } from './requested-backend';

test.each([
  ['', 'wasm', undefined],
  ['?backend=wasm', 'wasm', undefined],
  ['?other=1&backend=cpu', 'cpu', undefined],
  ['?backend=quantum', 'wasm', 'There is no backend "quantum": wasm and cpu exist. Using wasm.'],
])('%j asks for %s', (search, backend, notice) => {
  expect(requestedBackend(search)).toEqual({ backend, notice });
});
