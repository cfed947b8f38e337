import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listen } from './listen.mjs';
import { createStaticServer } from './static-server.mjs';

const root = mkdtempSync(join(tmpdir(), 'lenet-demo-'));
const site = join(root, 'site');
mkdirSync(join(site, 'deep'), { recursive: true });
writeFileSync(join(site, 'index.html'), '<p>home</p>');
writeFileSync(join(site, 'deep', 'a b.wasm'), 'wasm');
writeFileSync(join(root, 'secret.txt'), 'secret');
const server = createStaticServer(site);
let address = '';

beforeAll(async () => {
  address = await listen(server, 0);
});
afterAll(() => {
  server.close();
  rmSync(root, { recursive: true });
});

/**
 * Sends the path as it is; `fetch` would tidy it first.
 *
 * @param {string} path
 * @param {string} [method]
 * @returns {Promise<{ status: number | undefined, type: string | undefined, body: string }>}
 */
function get(path, method = 'GET') {
  const { hostname, port } = new URL(address);
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, path, method }, async (response) => {
      let body = '';
      for await (const chunk of response) body += chunk;
      resolve({ status: response.statusCode, type: response.headers['content-type'], body });
    });
    sent.on('error', reject);
    sent.end();
  });
}

test('the root is index.html, with or without a query', async () => {
  const home = { status: 200, type: 'text/html; charset=utf-8', body: '<p>home</p>' };
  expect(await get('/')).toEqual(home);
  expect(await get('/?backend=cpu')).toEqual(home);
});

test('WebAssembly has its own type, which streaming compilation needs', async () => {
  expect(await get('/deep/a%20b.wasm')).toEqual({ status: 200, type: 'application/wasm', body: 'wasm' });
});

test('HEAD sends no body, other methods are refused', async () => {
  expect(await get('/', 'HEAD')).toEqual({ status: 200, type: 'text/html; charset=utf-8', body: '' });
  expect((await get('/', 'POST')).status).toBe(405);
});

test.each([
  '/missing.js',
  '/deep',
  '/deep/',
  '/../secret.txt',
  '/%2e%2e/secret.txt',
  '/deep/..%2f..%2f..%2fsecret.txt',
  '/..%5csecret.txt',
  '/index.html%00',
  '/%zz',
])('%s is not found', async (path) => {
  expect(await get(path)).toEqual({ status: 404, type: 'text/plain; charset=utf-8', body: 'Not found\n' });
});

test('a free port is used where the wanted one is taken', async () => {
  const taken = Number(new URL(address).port);
  const second = createStaticServer(site);
  const secondAddress = await listen(second, taken);
  expect(secondAddress).not.toBe(address);
  expect(await (await fetch(secondAddress)).text()).toBe('<p>home</p>');
  second.close();
});

test('a site may lie in a folder of its host, and its files have headers', async () => {
  const second = createStaticServer(site, { basePath: '/lenet', headers: { 'x-own': '1' } });
  const secondAddress = await listen(second, 0);
  const home = await fetch(`${secondAddress}lenet/`);
  expect([home.headers.get('x-own'), await home.text()]).toEqual(['1', '<p>home</p>']);
  expect((await fetch(secondAddress)).status).toBe(404);
  second.close();
});

test('where it is asked to, it compresses for those who read that', async () => {
  const second = createStaticServer(site, { isCompressed: true });
  const secondAddress = await listen(second, 0);
  const home = await fetch(secondAddress);
  expect([home.headers.get('content-encoding'), await home.text()]).toEqual(['gzip', '<p>home</p>']);
  const plain = await fetch(secondAddress, { headers: { 'accept-encoding': 'identity' } });
  expect(plain.headers.get('content-encoding')).toBeNull();
  second.close();
});
