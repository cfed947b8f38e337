import { expect, test } from 'vitest';
import { securityPolicy } from './security-policy.js';

test('nothing is allowed but this style, this script and pictures within the page', () => {
  // printf '%s' 'a' | openssl dgst -sha256 -binary | base64, and likewise of b
  expect(securityPolicy({ style: 'a', script: 'b' })).toBe(
    "default-src 'none'; img-src data:; style-src 'sha256-ypeBEsobvcr6wjGzmiPcTaeG7/gUfE5yuYB3ha/uSLs='; " +
      "script-src 'sha256-PiPoFgA5WUoziU9lZOGxNIu9egCI1CxKy3PurtWcAJ0='; base-uri 'none'; form-action 'none'",
  );
});
