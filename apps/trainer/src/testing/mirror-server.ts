import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server on this machine that stands in for a mirror. */
export interface MirrorServer {
  /** Ends with a slash. */
  readonly url: string;
  /** Paths asked for, in order, each after the slash. */
  readonly requests: readonly string[];
  close(): Promise<void>;
}

/** @param listener answers every request, well or badly */
export async function startMirrorServer(listener: RequestListener): Promise<MirrorServer> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    requests.push(request.url!.slice(1));
    listener(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Answers with the archives by name, and with status 404 where there is none. */
export function serveArchives(archives: ReadonlyMap<string, Uint8Array>): RequestListener {
  return (request, response) => {
    const archive = archives.get(request.url!.slice(1));
    if (archive === undefined) response.writeHead(404).end();
    else response.writeHead(200, { 'content-length': archive.byteLength }).end(archive);
  };
}
