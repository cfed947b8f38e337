// Fails the build when a page has grown: what a first visit loads is what a visitor on a telephone waits for.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** In bytes, compressed with gzip, as hosts do. */
const FIRST_LOAD_JAVASCRIPT = 150_000;

/**
 * @param {string} folder the built site
 * @returns {number} bytes of JavaScript that the drawing page loads first, compressed
 * @throws {Error} when they are more than the budget
 */
export function checkBudget(folder) {
  const html = readFileSync(join(folder, 'index.html'), 'utf8');
  const bytes = firstScripts(html).reduce(
    (sum, path) => sum + gzipSync(readFileSync(join(folder, path)), { level: 9 }).length,
    0,
  );
  if (bytes <= FIRST_LOAD_JAVASCRIPT) return bytes;
  throw new Error(
    `The drawing page loads ${bytes} bytes of JavaScript first (gzip); its budget is ${FIRST_LOAD_JAVASCRIPT}. Import what is not needed at once with import().`,
  );
}

/**
 * @param {string} html
 * @returns {string[]} paths of scripts, from the folder of the site; not those for browsers without modules
 */
export function firstScripts(html) {
  const tags = [...html.matchAll(/<script[^>]*\ssrc="([^"]+)"[^>]*>/g)];
  const paths = tags
    .filter(([tag]) => !/\snomodule/i.test(tag))
    .map(([, source]) => source.replace(/^.*\/_next\//, '_next/'));
  return [...new Set(paths)];
}
