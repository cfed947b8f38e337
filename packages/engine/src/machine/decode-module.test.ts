import { expect, test } from 'vitest';
import { module as forward } from '../generated/lenet-forward-strict.js';
import { module } from '../generated/lenet-strict.js';
import { decodeModule } from './decode-module.js';

test.each([
  ['', []],
  // The first and last of each row of the table in scripts/build-modules.mjs.
  ['([]~', [253, 48, 49, 82]],
  ['!(!}', [83, 167]],
  ['#(#}', [168, 252]],
  ['+!6!H!B', [0, 97, 115, 109]],
])('"%s" is %j', (text, bytes) => {
  expect([...decodeModule(text)]).toEqual(bytes);
});

test('the modules that the package carries are WebAssembly', () => {
  expect(WebAssembly.validate(decodeModule(module))).toBe(true);
  expect(WebAssembly.validate(decodeModule(forward))).toBe(true);
});
