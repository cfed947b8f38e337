import { expect, test } from 'vitest';
import { inlineScriptDigests, withPolicy } from './security-policy.mjs';

// printf 'go()' | openssl dgst -sha256 -binary | base64
const digestOfGo = 'sha256-5KYv+PUboo5h+0+YAtGRPbwv5d/QxzHslP4YGnUaxRw=';

test('inline scripts are allowed by their digest, each once; others only from this site', () => {
  const html = '<script src="a.js"></script><script>go()</script><script id="x">go()</script>';
  expect(inlineScriptDigests(html)).toEqual([digestOfGo]);
});

test('the policy is the first thing in the head, and allows no inline script by a word', () => {
  const html = withPolicy('<html><head><script>go()</script></head></html>');
  expect(html).toMatch(
    /^<html><head><meta http-equiv="Content-Security-Policy" content="default-src 'none'; /,
  );
  const scripts = /script-src ([^;]*);/.exec(html)?.[1];
  expect(scripts).toBe(`'self' 'wasm-unsafe-eval' '${digestOfGo}'`);
});
