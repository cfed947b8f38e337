import { once } from 'node:events';

const host = '127.0.0.1';

/**
 * Listens on this machine only, on `port`, or on a free port where that one is taken.
 *
 * @param {import('node:http').Server} server
 * @param {number} port `0 … 65535`; 0 is any free one
 * @returns {Promise<string>} the address, e.g. `http://127.0.0.1:3000/`
 */
export async function listen(server, port) {
  try {
    server.listen(port, host);
    await once(server, 'listening');
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EADDRINUSE') throw error;
    server.listen(0, host);
    await once(server, 'listening');
  }
  const address = /** @type {import('node:net').AddressInfo} */ (server.address());
  return `http://${host}:${address.port}/`;
}
