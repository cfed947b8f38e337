// Puts a content security policy into every page: scripts of this site only, and the few inline ones that
// Next writes, by their digests. The same goes into _headers, for hosts that read it.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { listFiles } from './list-files.mjs';

/** @param {readonly string[]} digests of inline scripts */
export function securityPolicy(digests) {
  const scripts = digests.map((digest) => ` '${digest}'`).join('');
  return [
    "default-src 'none'",
    `script-src 'self' 'wasm-unsafe-eval'${scripts}`,
    // Attributes only: a bar's length is a style of its own. No style sheet is inline.
    "style-src 'self'",
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' blob: data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

/**
 * @param {string} html
 * @returns {string[]} digests of its inline scripts, e.g. `sha256-…`, each once
 */
export function inlineScriptDigests(html) {
  const digests = [...html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g)].map(
    ([, script]) => `sha256-${createHash('sha256').update(script).digest('base64')}`,
  );
  return [...new Set(digests)];
}

/**
 * @param {string} html
 * @returns {string} with the policy first in its head, before anything that it rules
 */
export function withPolicy(html) {
  const policy = securityPolicy(inlineScriptDigests(html));
  const meta = `<meta http-equiv="Content-Security-Policy" content="${policy}"/>`;
  if (!html.includes('<head>')) throw new Error('A page without <head>: no place for its security policy.');
  return html.replace('<head>', `<head>${meta}`);
}

/**
 * @param {string} folder the built site, changed in place
 * @param {string} basePath empty, or `/name`
 */
export function addSecurityPolicies(folder, basePath) {
  const blocks = [
    `${basePath}/*`,
    '  Cross-Origin-Opener-Policy: same-origin',
    '  Cross-Origin-Embedder-Policy: require-corp',
    '  Cross-Origin-Resource-Policy: same-origin',
    '  X-Content-Type-Options: nosniff',
    '  Referrer-Policy: no-referrer',
    '  Permissions-Policy: camera=(self), microphone=(), geolocation=()',
  ];
  blocks.push(`${basePath}/_next/static/*`, '  Cache-Control: public, max-age=31536000, immutable');
  for (const file of listFiles(folder).filter((name) => name.endsWith('.html'))) {
    const path = join(folder, file);
    const html = readFileSync(path, 'utf8');
    writeFileSync(path, withPolicy(html));
    const policy = securityPolicy(inlineScriptDigests(html));
    // Only a header can say who may show the page in a frame.
    blocks.push(`${basePath}/${file.replace(/index\.html$/, '')}`);
    blocks.push(`  Content-Security-Policy: ${policy}; frame-ancestors 'self'`);
  }
  writeFileSync(join(folder, '_headers'), `${blocks.join('\n')}\n`);
}
