import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { createGzip } from 'node:zlib';

/** @type {Readonly<Record<string, string>>} */
const contentTypes = {
  '.bin': 'application/octet-stream',
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
};

/**
 * Serves the files of a folder as any plain host does: `/` is `index.html`, an unknown path is 404.
 *
 * @param {string} folder
 * @param {{ basePath?: string, headers?: Readonly<Record<string, string>>, isCompressed?: boolean }} [options] `basePath`: where the
 *   site lies on the host, e.g. `/lenet` (default: at its root); `headers`: of every file; `isCompressed`:
 *   whether text and programs are sent with gzip, as public hosts do (default: false)
 * @returns {import('node:http').Server} not listening yet
 */
export function createStaticServer(folder, { basePath = '', headers = {}, isCompressed = false } = {}) {
  return createServer((request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { allow: 'GET, HEAD' }).end();
      return;
    }
    const url = request.url ?? '/';
    const file = url.startsWith(`${basePath}/`) ? findFile(folder, url.slice(basePath.length)) : undefined;
    if (file === undefined) {
      response.writeHead(404, { 'content-type': contentTypes['.txt'] }).end('Not found\n');
      return;
    }
    const type = contentTypes[extname(file.path)] ?? 'application/octet-stream';
    const isZipped =
      isCompressed &&
      !type.startsWith('image/png') &&
      /\bgzip\b/.test(String(request.headers['accept-encoding']));
    response.writeHead(200, {
      ...headers,
      'content-type': type,
      ...(isZipped ? { 'content-encoding': 'gzip' } : { 'content-length': file.size }),
      // Names in there change with what is in the files.
      'cache-control': url.includes('/_next/static/') ? 'public, max-age=31536000, immutable' : 'no-cache',
    });
    if (request.method === 'HEAD') response.end();
    else if (isZipped) createReadStream(file.path).pipe(createGzip()).pipe(response);
    else createReadStream(file.path).pipe(response);
  });
}

/**
 * @param {string} folder
 * @param {string} url path and query, as the client sent them
 * @returns {{ path: string, size: number } | undefined}
 */
function findFile(folder, url) {
  const pathname = decodePathname(url);
  if (pathname === undefined) return undefined;
  const path = join(folder, pathname.endsWith('/') ? `${pathname}index.html` : pathname);
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats?.isFile() ? { path, size: stats.size } : undefined;
}

/**
 * @param {string} url
 * @returns {string | undefined} an absolute path that leads out of no folder, or undefined
 */
function decodePathname(url) {
  try {
    const pathname = decodeURIComponent(url.split('?', 1)[0]);
    const isSafe =
      pathname.startsWith('/') && !/[\\\0]/.test(pathname) && !pathname.split('/').includes('..');
    return isSafe ? pathname : undefined;
  } catch {
    return undefined;
  }
}
