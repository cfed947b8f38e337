import type { RequestListener } from 'node:http';
import { afterEach, expect, test } from 'vitest';
import { type MirrorServer, startMirrorServer } from '../testing/mirror-server.js';
import { type DownloadRequest, download } from './download.js';

const servers: MirrorServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

async function serve(listener: RequestListener): Promise<string> {
  const server = await startMirrorServer(listener);
  servers.push(server);
  return `${server.url}file.gz`;
}

function get(url: string, options: Partial<DownloadRequest> = {}): Promise<Uint8Array> {
  return download({ url, answerMs: 5000, stallMs: 5000, maximumBytes: 100, ...options });
}

const failure = (url: string, reason: string) => `Download of "${url}": ${reason}. Try another mirror.`;

test('gives the bytes and tells how many came of how many', async () => {
  const url = await serve((_request, response) => {
    response.writeHead(200, { 'content-length': 4 });
    response.write(Buffer.of(1, 2));
    setTimeout(() => response.end(Buffer.of(3, 4)), 30);
  });
  const told: unknown[] = [];
  const bytes = await get(url, { onBytes: (received, total) => told.push([received, total]) });
  expect([...bytes]).toEqual([1, 2, 3, 4]);
  expect(told).toEqual([
    [2, 4],
    [4, 4],
  ]);
});

test('follows a redirect to another server', async () => {
  const target = await serve((_request, response) => response.end('moved'));
  const url = await serve((_request, response) => response.writeHead(302, { location: target }).end());
  expect(Buffer.from(await get(url)).toString()).toBe('moved');
});

test.each([404, 503])('reports status %i, although a body comes with it', async (status) => {
  const url = await serve((_request, response) => response.writeHead(status).end('page'));
  await expect(get(url)).rejects.toMatchObject({
    message: `Download of "${url}": HTTP status ${status}. Try another mirror.`,
    url,
    reason: `HTTP status ${status}`,
    isAnswered: true,
  });
});

test('reports a redirect in a circle', async () => {
  const url = await serve((request, response) => response.writeHead(302, { location: request.url! }).end());
  await expect(get(url)).rejects.toHaveProperty('message', failure(url, 'redirect count exceeded'));
});

test('reports a server that is not there', async () => {
  const server = await startMirrorServer(() => {});
  await server.close();
  await expect(get(server.url)).rejects.toMatchObject({
    message: `Download of "${server.url}": connection refused. Try another mirror.`,
    isAnswered: false,
  });
});

test('reports a host that has no address', async () => {
  // A label of a name has 63 letters at most, so that no name server is asked.
  const url = `http://${'x'.repeat(64)}.invalid/file.gz`;
  await expect(get(url)).rejects.toHaveProperty('message', failure(url, 'host name not found'));
});

test('reports a connection that is dropped before the answer', async () => {
  const url = await serve((request) => request.socket.destroy());
  await expect(get(url)).rejects.toHaveProperty('message', failure(url, 'connection closed by the server'));
});

test('reports a body that is cut short', async () => {
  const url = await serve((_request, response) => {
    response.writeHead(200, { 'content-length': 50 });
    response.write('0123456789');
    setTimeout(() => response.destroy(), 50);
  });
  await expect(get(url)).rejects.toHaveProperty(
    'message',
    failure(url, 'cut short: the connection closed after 10 of 50 bytes'),
  );
});

test('drops a body that is longer than the file can be', async () => {
  const url = await serve((_request, response) => response.end('x'.repeat(101)));
  await expect(get(url)).rejects.toHaveProperty('message', failure(url, 'too long: more than 100 bytes'));
});

test('gives up on a server that accepts and then says nothing', async () => {
  const url = await serve(() => {});
  const startedAt = performance.now();
  await expect(get(url, { answerMs: 200 })).rejects.toMatchObject({
    message: `Download of "${url}": no answer within 0.2 s. Try another mirror.`,
    isAnswered: false,
  });
  expect(performance.now() - startedAt).toBeLessThan(1500);
});

test('gives up on redirects that take too long together', async () => {
  const url = await serve((_request, response) => {
    setTimeout(() => response.writeHead(302, { location: '/again' }).end(), 80);
  });
  await expect(get(url, { answerMs: 200 })).rejects.toHaveProperty(
    'message',
    failure(url, 'no answer within 0.2 s'),
  );
});

test('gives up on a body that stalls', async () => {
  const url = await serve((_request, response) => {
    response.writeHead(200, { 'content-length': 50 });
    response.write('0123456789');
  });
  await expect(get(url, { stallMs: 200 })).rejects.toHaveProperty(
    'message',
    failure(url, 'stalled: no bytes for 0.2 s after 10 of 50 bytes'),
  );
});

test('does not call a slow body stalled while bytes come', async () => {
  const url = await serve((_request, response) => {
    let count = 0;
    const timer = setInterval(() => {
      response.write('x');
      if (++count < 6) return;
      clearInterval(timer);
      response.end();
    }, 100);
  });
  expect(await get(url, { stallMs: 400 })).toHaveLength(6);
});

test('ends with the reason of the signal, before the answer and within the body', async () => {
  const silent = await serve(() => {});
  const endless = await serve((_request, response) => response.write('x'));
  for (const url of [silent, endless]) {
    const controller = new AbortController();
    const reason = new Error('enough');
    setTimeout(() => controller.abort(reason), 100);
    await expect(get(url, { signal: controller.signal })).rejects.toBe(reason);
  }
});
